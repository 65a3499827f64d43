import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'

export type HolidayYear = components['schemas']['HolidayYear']
export type HolidayDay = components['schemas']['HolidayDay']

export const holidaysQuery = api.queryOptions('get', '/holidays', {})

export const useLoadHolidays = () =>
  api.useMutation('post', '/holidays', {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: holidaysQuery.queryKey }),
  })
