import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface Props {
  title: string
  /** What would stand here and how it comes to. */
  children?: ReactNode
  /** The first step. */
  action?: ReactNode
  /** It is the whole page, so its title is the page's heading. */
  page?: boolean
}

/** Nothing here yet: says what the place is for and offers the first step. */
export function EmptyState({ title, children, action, page }: Props) {
  return (
    <div className={styles.empty}>
      {page ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
      {children !== undefined && <p className="x-muted">{children}</p>}
      {action}
    </div>
  )
}
