import { daysBetween } from '~/ui/time'

export interface Told {
  id: string
  created_at: string
}

export interface Day<Item extends Told> {
  /** The first of the day; the list keeps its order. */
  key: string
  /** `today` and `yesterday` have words of their own, others their date. */
  day: 'today' | 'yesterday' | { at: string }
  items: Item[]
}

/** Under the days of the zone, the latest first as they come. */
export function byDay<Item extends Told>(items: readonly Item[], now: number, zone: string): Day<Item>[] {
  const days: Day<Item>[] = []
  let last: number | undefined
  for (const item of items) {
    const ago = -daysBetween(now, Date.parse(item.created_at), zone)
    const day = days.at(-1)
    if (day !== undefined && ago === last) day.items.push(item)
    else {
      days.push({
        key: item.id,
        day: ago <= 0 ? 'today' : ago === 1 ? 'yesterday' : { at: item.created_at },
        items: [item],
      })
      last = ago
    }
  }
  return days
}
