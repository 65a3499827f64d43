import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRuleName } from '~/api/rules'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Timeline } from '~/ui/Timeline'
import { type Address, addressOf } from './addresses'
import styles from './engage.module.css'
import { happeningOf, type TimelineItem } from './happenings'

interface Props {
  /** Names the pages in the query cache: collection, `timeline`, id. */
  name: readonly string[]
  /** The record of this page: what happened to another one leads there. */
  of: string
  load: (cursor: string | undefined) => Promise<{ items: readonly TimelineItem[]; next?: string | null }>
}

const FIRST_PAGE: string | undefined = undefined

/** A record's evidence, page by page. */
export function RecordTimeline({ name, of, load }: Props) {
  const { t } = useTranslation()
  const ruleName = useRuleName()
  const pages = useInfiniteQuery({
    queryKey: name,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (pages.error !== null) return <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Timeline
      happenings={items.map((item) =>
        linked(happeningOf(item, t, ruleName), item.subject.id === of ? undefined : addressOf(item.subject)),
      )}
      kinds={KINDS.map((key) => ({ key, name: t(`engage.group.${key}`) }))}
      onMore={pages.hasNextPage ? () => pages.fetchNextPage() : undefined}
    />
  )
}

function linked<Said extends { title: string }>(said: Said, address: Address) {
  return address === undefined
    ? said
    : {
        ...said,
        title: (
          <Link to={address} className={styles.rowName}>
            {said.title}
          </Link>
        ),
      }
}

const KINDS = ['talk', 'change', 'rule'] as const
