import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Timeline } from '~/ui/Timeline'
import { happeningOf, type TimelineItem } from './happenings'

interface Props {
  /** Names the pages in the query cache: collection, `timeline`, id. */
  name: readonly string[]
  load: (cursor: string | undefined) => Promise<{ items: readonly TimelineItem[]; next?: string | null }>
}

const FIRST_PAGE: string | undefined = undefined

/** A record's evidence, page by page. */
export function RecordTimeline({ name, load }: Props) {
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
      happenings={items.map((item) => happeningOf(item, t))}
      kinds={KINDS.map((key) => ({ key, name: t(`engage.group.${key}`) }))}
      onMore={pages.hasNextPage ? () => pages.fetchNextPage() : undefined}
    />
  )
}

const KINDS = ['talk', 'change', 'rule'] as const
