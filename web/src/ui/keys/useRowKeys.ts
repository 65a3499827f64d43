import { type RefObject, useEffect, useRef } from 'react'
import { isBusy } from './keys'
import { singleKeys } from './singleKeys'

const ROW = 'tr[data-row-key], [data-row]'
const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/**
 * A list without a mouse: j and k go through its rows from anywhere on the page, the arrows from a row on; Enter opens
 * the row as a click does, Space ticks its box where it has one. The row that is meant is the one in focus.
 */
export function useRowKeys<Box extends HTMLElement>(): RefObject<Box | null> {
  const list = useRef<Box>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const box = list.current
      if (box === null || isOther(event)) return
      const row = rowInFocus(box)
      if (row !== undefined && event.key === 'Enter') row.click()
      else if (row !== undefined && event.key === ' ' && boxOf(row)) boxOf(row)?.click()
      else if (!step(box, row, event.key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return list
}

function isOther(event: KeyboardEvent) {
  const { altKey, ctrlKey, metaKey, defaultPrevented, isComposing } = event
  return (
    !singleKeys() || altKey || ctrlKey || metaKey || defaultPrevented || isComposing || isBusy(event.target)
  )
}

/** Moves on by one row; false where the key means nothing here. */
function step(box: HTMLElement, row: HTMLElement | undefined, key: string): boolean {
  const way = STEPS[key]
  if (way === undefined || (row === undefined && key.startsWith('Arrow'))) return false
  const rows = [...box.querySelectorAll<HTMLElement>(ROW)]
  const at = row === undefined ? -1 : rows.indexOf(row)
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + way))]
  if (next === undefined) return false
  next.tabIndex = -1
  next.focus()
  return true
}

/** The row itself, not a link or a button inside it: those know their keys. */
function rowInFocus(box: HTMLElement): HTMLElement | undefined {
  const { activeElement } = document
  const row = activeElement instanceof HTMLElement && activeElement.matches(ROW) ? activeElement : undefined
  return row !== undefined && box.contains(row) ? row : undefined
}

const boxOf = (row: HTMLElement) =>
  row.querySelector<HTMLInputElement>('input[type="checkbox"]:not(:disabled)')
