import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'

export type Notice = components['schemas']['NotificationView']

const KEY = 'notifications'
/** The server counts no further. */
export const COUNTED = 100

/** What is shown of the latest, and how many wait: fresh once a minute, and on return. */
export const latestQuery = api.queryOptions('get', '/notifications', {}, { refetchInterval: 60_000 })

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
