import type { ReactNode } from 'react'
import styles from './Card.module.css'

interface Props {
  title?: ReactNode
  /** Small words after the title. */
  note?: ReactNode
  /** At the right end of the head. */
  extra?: ReactNode
  /** Without space around the content, for lists that draw their own lines. */
  flush?: boolean
  children: ReactNode
}

/** A white sheet with one line around it. */
export function Card({ title, note, extra, flush = false, children }: Props) {
  return (
    <section className={styles.card}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {note !== undefined && <span className="x-muted">{note}</span>}
          {extra !== undefined && <span className={styles.extra}>{extra}</span>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
