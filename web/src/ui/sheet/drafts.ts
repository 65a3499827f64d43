import type { Values } from './sheet'

const PREFIX = 'xianji.draft.'

/** What was typed and not yet sent, kept in this browser alone. */
export function draftOf(key: string | undefined): Values | undefined {
  if (key === undefined) return undefined
  try {
    const stored = localStorage.getItem(PREFIX + key)
    const draft: unknown = stored === null ? undefined : JSON.parse(stored)
    return typeof draft === 'object' && draft !== null ? { ...draft } : undefined
  } catch {
    return undefined
  }
}

export function keepDraft(key: string | undefined, values: Values) {
  if (key === undefined) return
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(values))
  } catch {
    // Storage is full or refused: the form still holds what was typed.
  }
}

export function dropDraft(key: string | undefined) {
  if (key === undefined) return
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept.
  }
}
