import { ClockCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCompany } from '~/ui/company'
import { DueClock } from '~/ui/DueClock'
import { useNow } from '~/ui/now'
import { StateTag } from '~/ui/StateTag'
import { ObligationActions } from '../obligation/ObligationActions'
import type { Approval, Obligation } from './api'
import styles from './DueList.module.css'
import { type DueItem, type Group, type Grouping, grouped, titleOf } from './groups'

const DecideDialog = lazy(() => import('../approval/DecideDialog'))

/** What waits for a decision, in a narrow card; it is decided where it stands. */
export function ApprovalRows({ approvals }: { approvals: readonly Approval[] }) {
  const { t } = useTranslation()
  const [deciding, setDeciding] = useState<string>()
  return (
    <>
      <ul className={styles.narrow}>
        {approvals.map(({ id, name, due_at, subject, address, asked_by }) => (
          <li key={id} className={styles.row}>
            <span className={styles.clock}>
              <DueClock at={due_at} />
            </span>
            <span className={styles.words}>
              <Link to={address} className={styles.name}>
                {name}
              </Link>
              <span className={`x-muted ${styles.subject}`}>
                {[subject?.number, subject?.title, asked_by?.name].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className={styles.action}>
              <Button onClick={() => setDeciding(id)}>{t('workbench.decide')}</Button>
            </span>
          </li>
        ))}
      </ul>
      {deciding && (
        <Suspense>
          <DecideDialog id={deciding} onDone={() => setDeciding(undefined)} />
        </Suspense>
      )}
    </>
  )
}

interface Props {
  items: readonly Obligation[]
  /** What waits for a decision: it is decided from the row that owes it, too. */
  approvals: readonly Approval[]
  by: Grouping
}

/** What is due, soonest first; only the most urgent action is filled. */
export function DueList({ items, approvals, by }: Props) {
  const { zone } = useCompany()
  const now = useNow()
  const groups = grouped(items, by, now, zone)
  const urgent = grouped(items, 'time', now, zone)[0]?.items[0]
  return groups.map((group) => (
    <section key={group.key}>
      <GroupHead group={group} />
      <ul>
        {group.items.map((item) => (
          <DueRow
            key={item.id}
            item={item}
            approval={approvals.find((one) => isOwedBy(one, item))}
            urgent={item === urgent}
          />
        ))}
      </ul>
    </section>
  ))
}

/** A step of an approval is owed on the same record, by the approval's name. */
const isOwedBy = ({ name, subject }: Approval, item: Obligation) =>
  item.source === 'approval' && subject?.id === item.subject.id && name === item.name

interface RowProps {
  item: Obligation
  approval: Approval | undefined
  urgent: boolean
}

function DueRow({ item, approval, urgent }: RowProps) {
  const { t } = useTranslation()
  const [deciding, setDeciding] = useState(false)
  return (
    <li className={styles.row}>
      <span className={styles.clock}>
        {item.paused && !item.overdue ? (
          <StateTag tone="near">{t('obligation.paused')}</StateTag>
        ) : (
          <DueClock at={item.due_at} why={item.why} />
        )}
      </span>
      <Words item={item} />
      <span className={styles.action}>
        {approval === undefined ? (
          <ObligationActions obligation={item} primary={urgent} />
        ) : (
          <Button type={urgent ? 'primary' : 'default'} onClick={() => setDeciding(true)}>
            {t('workbench.decide')}
          </Button>
        )}
      </span>
      {approval && deciding && (
        <Suspense>
          <DecideDialog id={approval.id} onDone={() => setDeciding(false)} />
        </Suspense>
      )}
    </li>
  )
}

function GroupHead({ group }: { group: Group<DueItem> }) {
  const { t } = useTranslation()
  const title = 'text' in group.title ? t(group.title.text) : group.title.words
  return (
    <h3 className={`${styles.head} ${group.late ? `x-late ${styles.late}` : ''}`}>
      {title} {t('workbench.count', { count: group.items.length })}
    </h3>
  )
}

function Words({ item }: { item: Obligation }) {
  return (
    <span className={styles.words}>
      <span className={styles.name}>{item.name}</span>
      <Link to={item.subject.address ?? `/obligations/${item.id}`} className={`x-muted ${styles.subject}`}>
        {titleOf(item)}
      </Link>
      {item.why && (
        <span className={`x-muted ${styles.why}`}>
          <ClockCircleOutlined aria-hidden /> {item.why}
        </span>
      )}
    </span>
  )
}
