import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { ProblemAlert } from '~/ui/ProblemAlert'
import styles from './engage.module.css'
import { MoreButton } from './MoreButton'
import { usePages } from './usePages'

export interface Related {
  id: string
  number: string
  name: string
  address: string
  /** At the right end: state, when. */
  note?: ReactNode
}

interface Props {
  title: string
  extra?: ReactNode
  /** Names the answer in the query cache. */
  name: readonly string[]
  load: (cursor: string | undefined) => Promise<{ items: readonly Related[]; next?: string | null }>
  empty: { title: string; detail: string; action?: ReactNode }
}

/** Records that belong to this one, each leading to its page. */
export function RelatedCard({ title, extra, name, load, empty }: Props) {
  const pages = usePages(name, load)
  const { rows, error, refetch } = pages
  return (
    <Card title={title} extra={extra} flush>
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      {rows === undefined && error === null && <Skeleton active title={false} style={inset} />}
      {rows?.length === 0 && (
        <EmptyState title={empty.title} action={empty.action}>
          {empty.detail}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {rows?.map(({ id, number, name: title, address, note }) => (
          <li key={id}>
            <Link to={address} className={styles.rowName}>
              <span className="x-muted">{number}</span> {title}
            </Link>
            <span className={`x-muted ${styles.rowNote}`}>{note}</span>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </Card>
  )
}

const inset = { padding: '0 18px 18px' }
