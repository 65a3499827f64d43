import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Timeline } from '~/ui/Timeline'
import { type Address, addressOf } from './addresses'
import styles from './engage.module.css'
import { happeningOf, type RuleNames, type TimelineItem } from './happenings'

interface Props {
  /** Names the pages in the query cache: collection, `timeline`, id. */
  name: readonly string[]
  /** Names of the rules that the evidence speaks of by their ids. */
  rules?: RuleNames
  /** The record of this page: what happened to another one leads there. */
  of: string
  load: (cursor: string | undefined) => Promise<{ items: readonly TimelineItem[]; next?: string | null }>
}

const FIRST_PAGE: string | undefined = undefined

/** A record's evidence, page by page. */
export function RecordTimeline({ name, of, rules, load }: Props) {
  const { t } = useTranslation()
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
        linked(happeningOf(item, t, rules), item.subject.id === of ? undefined : addressOf(item.subject)),
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
