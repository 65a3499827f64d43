import { api, type Read } from '~/api/client'

export type Workbench = Read<'/workbench'>
export type DueItem = Workbench['obligations'][number]
export type WorkbenchRecord = Workbench['projects'][number]

/** What its reader owes, what waits for their decision, and what is theirs. Fresh once a minute, and on return. */
export const workbenchQuery = api.queryOptions('get', '/workbench', {}, { refetchInterval: 60_000 })
