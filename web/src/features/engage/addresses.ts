/** Pages of records that other features keep. */
export const projectAddress = (id: string): string => `/projects/${id}`

export type Address = string | undefined

const PAGES: Record<string, string> = {
  customer: '/customers',
  contact: '/contacts',
  interaction: '/interactions',
  inquiry: '/inquiries',
  handover: '/handovers',
  lead: '/leads',
  export_run: '/exports',
  project: '/projects',
}

/** Where a record of any kind stands; undefined where it has no page. */
export function addressOf({ kind, id }: { kind: string; id: string }): Address {
  const page = PAGES[kind]
  return page === undefined ? undefined : `${page}/${id}`
}
