import { ClockCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActionLink } from '~/ui/ActionLink'
import { useCompany } from '~/ui/company'
import { DueClock } from '~/ui/DueClock'
import { useNow } from '~/ui/now'
import type { DueItem } from './api'
import styles from './DueList.module.css'
import { type Group, type Grouping, grouped, titleOf } from './groups'

interface Props {
  items: readonly DueItem[]
  by: Grouping
}

/** What is due without heads, for a narrow card. */
export function DueRows({ items }: { items: readonly DueItem[] }) {
  return (
    <ul className={styles.narrow}>
      {items.map((item) => (
        <DueRow key={item.id} item={item} />
      ))}
    </ul>
  )
}

/** What is due, soonest first; only the most urgent action is filled. */
export function DueList({ items, by }: Props) {
  const { zone } = useCompany()
  const now = useNow()
  const groups = grouped(items, by, now, zone)
  const urgent = grouped(items, 'time', now, zone)[0]?.items[0]
  return groups.map((group) => (
    <section key={group.key}>
      <GroupHead group={group} />
      <ul>
        {group.items.map((item) => (
          <DueRow key={item.id} item={item} urgent={item === urgent} />
        ))}
      </ul>
    </section>
  ))
}

function DueRow({ item, urgent = false }: { item: DueItem; urgent?: boolean }) {
  return (
    <li className={styles.row}>
      <span className={styles.clock}>
        <DueClock at={item.due_at} why={item.why} />
      </span>
      <Words item={item} />
      {item.action && (
        <span className={styles.action}>
          <ActionLink to={item.action.address} primary={urgent}>
            {item.action.label}
          </ActionLink>
        </span>
      )}
    </li>
  )
}

function GroupHead({ group }: { group: Group }) {
  const { t } = useTranslation()
  const title = 'text' in group.title ? t(group.title.text) : group.title.words
  return (
    <h3 className={`${styles.head} ${group.late ? `x-late ${styles.late}` : ''}`}>
      {title} {t('workbench.count', { count: group.items.length })}
    </h3>
  )
}

function Words({ item }: { item: DueItem }) {
  return (
    <span className={styles.words}>
      <span className={styles.name}>{item.name}</span>
      <Link to={item.subject.address} className={`x-muted ${styles.subject}`}>
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
