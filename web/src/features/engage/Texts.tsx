import { Fragment, type ReactNode } from 'react'
import styles from './engage.module.css'

/** What is written on a record, line by line; what is empty is left out unless it is asked for. */
export function Texts({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.texts}>
      {lines.map(([label, value]) => (
        <Fragment key={label}>
          <dt className="x-muted">{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className="x-muted">–</span>
            ) : (
              value
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
