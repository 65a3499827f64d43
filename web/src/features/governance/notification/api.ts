import { api, client, queryClient, type Read, read } from '~/api/client'
import type { components } from '~/api/schema'

export type Notice = components['schemas']['NotificationView']

const KEY = 'notifications'
/** The server counts no further. */
export const COUNTED = 100

/** What is shown of the latest, and how many wait: fresh once a minute, and on return. */
export const latestQuery = api.queryOptions('get', '/notifications', {}, { refetchInterval: 60_000 })

/** The bell counts as soon as the server says so; what is listed below it is read again. */
export function hearUnread(unread: number): void {
  const known = queryClient.getQueryData<Read<'/notifications'>>(latestQuery.queryKey)
  if (known === undefined || known.unread === unread) return
  queryClient.setQueryData(latestQuery.queryKey, { ...known, unread })
  for (const queryKey of [latestQuery.queryKey, [KEY]]) void queryClient.invalidateQueries({ queryKey })
}

/** A page of all, or of those not read. */
export const noticesQuery = (unread: boolean) => ({
  queryKey: [KEY, unread],
  queryFn: async ({ pageParam }: { pageParam: string | undefined }) =>
    read(
      await client.GET('/notifications', {
        params: { query: { unread, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
      }),
    ),
})

export const useRead = () => api.useMutation('post', '/notifications/{id}/read', { onSuccess: renew })
export const useReadAll = () => api.useMutation('post', '/notifications/read', { onSuccess: renew })

/** To have read a notice may be owed: then it leaves the workbench too. */
function renew() {
  for (const queryKey of [
    [KEY],
    latestQuery.queryKey,
    ['get', '/workbench'],
    ['obligations'],
    ['get', '/obligations/{id}'],
  ])
    void queryClient.invalidateQueries({ queryKey })
}
