import { api, queryClient, type Schemas } from '~/api/client'

export type MailSetting = Schemas['MailSetting']
export type Wish = Schemas['WantMail']
export type When = Schemas['MailWhen']

export const mailQuery = api.queryOptions('get', '/mail-settings', {})
export const calendarQuery = api.queryOptions('get', '/calendar', {})

export const useWantMail = () =>
  api.useMutation('put', '/mail-settings', {
    onSuccess: (setting) => queryClient.setQueryData(mailQuery.queryKey, setting),
  })

const renew = () => queryClient.invalidateQueries({ queryKey: calendarQuery.queryKey })
export const useShareCalendar = () => api.useMutation('post', '/calendar', { onSuccess: renew })
export const useRevokeCalendar = () => api.useMutation('post', '/calendar/revoke', { onSuccess: renew })
