import { dayOfWeek, daysBetween } from '~/ui/time'

/** What falls due. */
export interface DueItem {
  id: string
  rule: string
  name: string
  due_at?: string | null
  /** As the server judges it: a clock that stands makes nothing late. */
  overdue: boolean
  paused: boolean
  subject: { id: string; number: string; title: string }
}

export type Grouping = 'time' | 'record' | 'rule'

export interface Group<Item extends DueItem> {
  key: string
  /** A text's key for times, else the words themselves. */
  title: { text: string } | { words: string }
  late: boolean
  items: Item[]
}

/** Due items in the order in which they fall due, under heads of time, record or rule. */
export function grouped<Item extends DueItem>(
  items: readonly Item[],
  by: Grouping,
  now: number,
  zone: string,
): Group<Item>[] {
  const groups = new Map<string, Group<Item>>()
  for (const item of [...items].sort(byDueTime)) {
    const group = headOf(item, by, now, zone)
    const known = groups.get(group.key)
    if (known === undefined) groups.set(group.key, { ...group, items: [item] })
    else known.items.push(item)
  }
  return [...groups.values()]
}

function headOf(item: DueItem, by: Grouping, now: number, zone: string): Omit<Group<DueItem>, 'items'> {
  switch (by) {
    case 'record':
      return { key: item.subject.id, title: { words: titleOf(item) }, late: false }
    case 'rule':
      return { key: item.rule, title: { words: item.name }, late: false }
    case 'time': {
      const span = spanOf(item, now, zone)
      return { key: span, title: { text: `workbench.span.${span}` }, late: span === 'late' }
    }
  }
}

export function titleOf({ subject }: DueItem): string {
  return [subject.number, subject.title].filter(Boolean).join(' · ')
}

/** Also what fell due since the server was asked. */
export function isLate({ due_at, overdue, paused }: DueItem, now: number): boolean {
  return overdue || (!paused && due_at !== null && due_at !== undefined && Date.parse(due_at) < now)
}

type Span = 'late' | 'today' | 'week' | 'later' | 'open' | 'paused'

function spanOf(item: DueItem, now: number, zone: string): Span {
  if (isLate(item, now)) return 'late'
  if (item.paused) return 'paused'
  if (!item.due_at) return 'open'
  const due = Date.parse(item.due_at)
  const days = daysBetween(now, due, zone)
  if (days === 0) return 'today'
  return days <= 6 - dayOfWeek(now, zone) ? 'week' : 'later'
}

const byDueTime = (a: DueItem, b: DueItem) => dueOf(a) - dueOf(b)
/** What stands still comes after all that runs, unless it was late before. */
const dueOf = ({ due_at, overdue, paused }: DueItem) =>
  due_at && (!paused || overdue) ? Date.parse(due_at) : Number.POSITIVE_INFINITY
