/** An answer that says no, in the server's words (RFC 9457). */
export interface Problem {
  status: number
  /** Never changes; what a program may hang on. */
  code: string
  title: string
  detail?: string | undefined
  /** What is wrong with the request, each with the JSON pointer of its field. */
  errors: FieldError[]
  /** What a gate asks for, met and missing. */
  items: GateItem[]
}

export interface FieldError {
  pointer: string
  code: string
  detail: string
}

export interface GateItem {
  /** The gate that asks, by its id in the pack. */
  gate: string
  /** The need as the pack writes it, such as `deliverable:requirement-report`. */
  need: string
  /** What is asked, in the reader's language. */
  name: string
  met: boolean
  /** `block`, `warn` or `hold`. */
  effect: string
  /** Who supplies it, by name; only while it is missing. */
  from?: string | null | undefined
  /** Where it is supplied: an address inside the product. */
  address?: string | null | undefined
}

/** Codes that the client itself makes; their words stand in `app/locales`. */
export const OFFLINE = 'client-offline'
export const SIGNED_OUT = 'client-signed-out'
export const UNREADABLE = 'client-unreadable'

/** Makes a problem of whatever a request threw. A lost connection and an unreadable answer are problems too. */
export function problemOf(error: unknown): Problem {
  if (error instanceof SignedOut) return plain(401, SIGNED_OUT)
  if (error instanceof TypeError) return plain(0, OFFLINE)
  if (!isRecord(error) || typeof error.code !== 'string') return plain(500, UNREADABLE)
  return {
    status: typeof error.status === 'number' ? error.status : 0,
    code: error.code,
    title: textOf(error.title) ?? error.code,
    detail: textOf(error.detail),
    errors: listOf(error.errors).flatMap(fieldError),
    items: listOf(error.items).filter(isGateItem),
  }
}

/** Thrown to a request that waited for a new log-in which was not given. */
export class SignedOut extends Error {
  override name = 'SignedOut'
}

const plain = (status: number, code: string): Problem => ({ status, code, title: '', errors: [], items: [] })
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function fieldError(value: unknown): FieldError[] {
  if (!isRecord(value) || typeof value.pointer !== 'string') return []
  const code = textOf(value.code) ?? ''
  return [{ pointer: value.pointer, code, detail: textOf(value.detail) ?? code }]
}

function isGateItem(value: unknown): value is GateItem {
  return isRecord(value) && typeof value.name === 'string' && typeof value.met === 'boolean'
}
