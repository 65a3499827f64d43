import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface Props {
  title: string
  /** What would stand here and how it comes to. */
  children?: ReactNode
  /** The first step. */
  action?: ReactNode
}

/** Nothing here yet: says what the place is for and offers the first step. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className="x-muted">{children}</p>}
      {action}
    </div>
  )
}
