/** The one filter of lists, views, bulk actions and exports. */
export type Filter = Condition | { all: readonly Filter[] } | { any: readonly Filter[] } | { not: Filter }

export interface Condition {
  field: string
  op: Op
  value?: Operand
}

export type Op =
  | 'eq'
  | 'ne'
  | 'in'
  | 'not_in'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'contains'
  | 'starts'
  | 'empty'
  | 'filled'

/** Comparisons that need no value. */
export const isBare = (op: Op | undefined) => op === 'empty' || op === 'filled'
export type Operand = string | number | boolean | readonly string[]

export type FilterType = 'text' | 'number' | 'money' | 'date' | 'choice' | 'flag' | 'member' | 'department'

/** A field that a list may be narrowed by. */
export interface FilterField {
  field: string
  title: string
  type: FilterType
  /** What may be chosen; members are found by name. */
  choices?: readonly { value: string; title: string }[]
  /** What the server can ask of it, where that is less than of others of its type. */
  ops?: readonly Op[]
}

/** What may be asked of each type; the first is offered first. */
export const opsOf: Record<FilterType, readonly Op[]> = {
  text: ['contains', 'starts', 'eq', 'empty', 'filled'],
  number: ['gte', 'lte', 'eq'],
  money: ['gte', 'lte'],
  date: ['gte', 'lte', 'eq', 'empty', 'filled'],
  choice: ['in', 'not_in', 'empty', 'filled'],
  flag: ['eq'],
  member: ['eq', 'ne', 'empty', 'filled'],
  department: ['eq', 'ne'],
}

/** The conditions that stand as chips: the parts of the outermost `all`. */
export function partsOf(filter: Filter | undefined): readonly Filter[] {
  if (filter === undefined) return []
  return 'all' in filter ? filter.all : [filter]
}

export function filterOf(parts: readonly Filter[]): Filter | undefined {
  return parts.length === 0 ? undefined : { all: parts }
}

/** A filter from an address, which anybody may have written; undefined when it is none. */
export function readFilter(value: unknown): Filter | undefined {
  return isFilter(value) ? value : undefined
}

function isFilter(value: unknown): value is Filter {
  if (typeof value !== 'object' || value === null) return false
  if ('all' in value) return Array.isArray(value.all) && value.all.every(isFilter)
  if ('any' in value) return Array.isArray(value.any) && value.any.every(isFilter)
  if ('not' in value) return isFilter(value.not)
  return 'field' in value && typeof value.field === 'string' && 'op' in value && typeof value.op === 'string'
}
