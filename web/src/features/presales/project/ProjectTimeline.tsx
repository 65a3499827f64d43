import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rulesQuery } from '~/api/rules'
import { loadObligations } from '~/features/governance/obligation/api'
import { Card } from '~/ui/Card'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Timeline } from '~/ui/Timeline'
import { archiveQuery } from '../archive/api'
import { filingsPages } from '../news/api'
import { loadTimeline, type Project } from './api'
import { happeningOf, type Names } from './happenings'

const FIRST_PAGE: string | undefined = undefined
const PAGE = 50
const KINDS = ['news', 'rule', 'change'] as const

/** A project's evidence, with the place to add news at its head. */
export function ProjectTimeline({ project, composer }: { project: Project; composer: ReactNode }) {
  const { t } = useTranslation()
  const { id } = project
  const names = useNames(project)
  const pages = useInfiniteQuery({
    queryKey: ['projects', 'timeline', id],
    queryFn: ({ pageParam }) => loadTimeline(id, pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (items) => (items.length < PAGE ? undefined : items.at(-1)?.id),
  })
  if (pages.error !== null) return <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
  if (pages.data === undefined) {
    return (
      <Card title={t('timeline.title')}>
        <Skeleton active title={false} />
      </Card>
    )
  }
  return (
    <Timeline
      happenings={pages.data.pages.flat().map((item) => happeningOf(item, t, names))}
      kinds={KINDS.map((key) => ({ key, name: t(`project.group.${key}`) }))}
      composer={composer}
      onMore={pages.hasNextPage ? () => pages.fetchNextPage() : undefined}
    />
  )
}

/** The stages' and obligations' own names, so that the evidence reads as the pack speaks. */
function useNames({ id, stages }: Project): Names {
  const { data } = useQuery({
    queryKey: ['obligations', 'names', id],
    queryFn: () =>
      loadObligations({ filter: JSON.stringify({ field: 'subject', op: 'eq', value: id }), limit: 200 }),
  })
  const { data: archive } = useQuery(archiveQuery(id))
  const { data: sheets } = useInfiniteQuery(filingsPages(id))
  const { data: rules } = useQuery(rulesQuery)
  return Object.fromEntries([
    ...(rules?.items ?? []).flatMap((rule) => [
      [`${rule.kind}:${rule.id}`, rule.name],
      [rule.id, rule.name],
    ]),
    ...(data?.items ?? []).map(({ rule, name }) => [rule, name]),
    ...(sheets?.pages ?? []).flatMap(({ items }) => items.map(({ form, name }) => [form, name])),
    ...(archive?.deliverables ?? []).map(({ id: deliverable, name }) => [deliverable, name]),
    ...stages.flatMap((stage) =>
      [stage.id, `${stage.id}.enter`, `${stage.id}.leave`].map((key) => [key, stage.name]),
    ),
  ])
}
