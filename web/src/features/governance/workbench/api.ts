import { api, type Schemas } from '~/api/client'

export type Workbench = Schemas['Workbench']
export type DueItem = Schemas['DueItem']
export type WorkbenchRecord = Schemas['WorkbenchRecord']

/** What its reader owes, what waits for their decision, and what is theirs. Fresh once a minute, and on return. */
export const workbenchQuery = api.queryOptions('get', '/workbench', {}, { refetchInterval: 60_000 })
