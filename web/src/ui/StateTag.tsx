import type { ReactNode } from 'react'
import styles from './StateTag.module.css'

export type Tone = 'plain' | 'accent' | 'kept' | 'near' | 'late'

/** A state in colour and word. */
export function StateTag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>
}
