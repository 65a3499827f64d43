import type { KeyboardEvent } from 'react'
import styles from './TabBar.module.css'
import { useInSight } from './useInSight'

interface Props {
  tabs: readonly { key: string; label: string }[]
  open: string
  onOpen?: ((key: string) => void) | undefined
  /** The id of the panel below. */
  panel: string
}

/** The tabs of a record: one stop for the keyboard, arrows within; they scroll where they do not fit. */
export function TabBar({ tabs, open, onOpen, panel }: Props) {
  const bar = useInSight<HTMLDivElement>('[aria-selected="true"]', open)
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (way === 0) return
    event.preventDefault()
    const at = tabs.findIndex(({ key }) => key === open)
    const next = tabs[(at + way + tabs.length) % tabs.length]
    if (next === undefined) return
    onOpen?.(next.key)
    document.getElementById(tabId(panel, next.key))?.focus()
  }
  return (
    <div ref={bar} role="tablist" className={styles.bar}>
      {tabs.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={tabId(panel, key)}
          aria-selected={key === open}
          aria-controls={key === open ? panel : undefined}
          tabIndex={key === open ? 0 : -1}
          className={styles.tab}
          onKeyDown={step}
          onClick={() => onOpen?.(key)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

export const tabId = (panel: string, key: string) => `${panel}-${key}`
