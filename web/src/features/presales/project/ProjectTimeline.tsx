import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Timeline } from '~/ui/Timeline'
import { loadTimeline } from './api'
import { happeningOf } from './happenings'

const FIRST_PAGE: string | undefined = undefined
const PAGE = 50
const KINDS = ['news', 'rule', 'change'] as const

/** A project's evidence, with the place to add news at its head. */
export function ProjectTimeline({ id, composer }: { id: string; composer: ReactNode }) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery({
    queryKey: ['projects', 'timeline', id],
    queryFn: ({ pageParam }) => loadTimeline(id, pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (items) => (items.length < PAGE ? undefined : items.at(-1)?.id),
  })
  if (pages.error !== null) return <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
  return (
    <Timeline
      happenings={(pages.data?.pages.flat() ?? []).map((item) => happeningOf(item, t))}
      kinds={KINDS.map((key) => ({ key, name: t(`project.group.${key}`) }))}
      composer={composer}
      onMore={pages.hasNextPage ? () => pages.fetchNextPage() : undefined}
    />
  )
}
