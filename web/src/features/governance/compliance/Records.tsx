import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRuleName } from '~/api/rules'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { type Cell, type Entry, loadRecords, type Outcome, type Where } from './api'
import styles from './compliance.module.css'
import { OUTCOMES } from './search'

interface Props {
  /** The control; without one, all of them. */
  id?: string
  where: Where
  outcome: Outcome | undefined
  counts: NonNullable<Cell['counts']> | undefined
  onOutcome: (outcome: Outcome | undefined) => void
}

const FIRST_PAGE: string | undefined = undefined
const TONES: Record<Outcome, Tone> = {
  on_time: 'kept',
  met: 'kept',
  late: 'late',
  open: 'late',
  unmet: 'near',
  waived: 'near',
  exempted: 'near',
}

/** The records behind the figure, each with how it ended and whose it is. */
export function Records({ id, where, outcome, counts, onOutcome }: Props) {
  const { t } = useTranslation()
  const ruleName = useRuleName()
  const pages = useInfiniteQuery({
    queryKey: ['compliance', 'records', id, where, outcome],
    queryFn: ({ pageParam }) => loadRecords(id, where, outcome, pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  })
  const entries = pages.data?.pages.flatMap(({ items }) => items)
  const held = OUTCOMES.filter((one) => (counts?.[one] ?? 0) > 0)
  return (
    <Card
      title={t('compliance.records')}
      extra={
        held.length > 1 && (
          <span className={styles.scroll}>
            <Segmented
              aria-label={t('compliance.outcomes')}
              size="small"
              value={outcome ?? ''}
              onChange={(value) => onOutcome(OUTCOMES.find((one) => one === value))}
              options={[
                { value: '', label: t('compliance.allOutcomes') },
                ...held.map((value) => ({
                  value,
                  label: `${t(`compliance.outcome.${value}`)} ${counts?.[value] ?? ''}`,
                })),
              ]}
            />
          </span>
        )
      }
      flush
    >
      <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
      {pages.isPending && <PageSkeleton rows={4} />}
      {entries?.length === 0 && (
        <EmptyState title={t('compliance.noRecords.title')}>{t('compliance.noRecords.detail')}</EmptyState>
      )}
      <ul className={styles.records} aria-busy={pages.isFetching}>
        {entries?.map((entry) => (
          <li
            key={`${entry.event_id ?? entry.subject.id} ${entry.metric} ${entry.obligation_id ?? ''} ${entry.member_id ?? ''}`}
          >
            <Words entry={entry} rule={id === undefined ? ruleName(entry.metric) : undefined} />
            <span className={styles.ended}>
              {entry.outcome && (
                <StateTag tone={TONES[entry.outcome]}>{t(`compliance.outcome.${entry.outcome}`)}</StateTag>
              )}
              <span className="x-muted">
                <InstantText at={entry.at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className={styles.foot}>
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function Words({ entry, rule }: { entry: Entry; rule: string | undefined }) {
  const { t } = useTranslation()
  const title = [entry.number, entry.title].filter(Boolean).join(' · ') || t('compliance.hidden')
  const address = entry.obligation_id ? `/obligations/${entry.obligation_id}` : entry.address
  const who = [rule, entry.member_name, entry.department_name].filter(Boolean).join(' · ')
  return (
    <span className={styles.words}>
      {address && entry.title ? <Link to={address}>{title}</Link> : <span>{title}</span>}
      <span className="x-muted">{who || t('compliance.nobody')}</span>
    </span>
  )
}
