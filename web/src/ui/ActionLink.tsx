import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './ActionLink.module.css'

interface Props {
  /** An address inside the product, search and hash included. */
  to: string
  primary?: boolean
  children: ReactNode
}

/** A link that looks like a button, because it leads to where something is done. */
export function ActionLink({ to, primary = false, children }: Props) {
  return (
    <Link to={to} className={`${styles.action} ${primary ? styles.primary : ''}`}>
      {children}
    </Link>
  )
}
