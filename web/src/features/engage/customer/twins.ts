export const TWIN_MARKS = ['name', 'short_name', 'phone', 'mail_domain'] as const
export type TwinMark = (typeof TWIN_MARKS)[number]

/** By what the list of likely duplicates goes. */
export function twinSearch(search: Record<string, unknown>): { by?: TwinMark } {
  const by = TWIN_MARKS.find((mark) => mark === search.by)
  return by === undefined ? {} : { by }
}
