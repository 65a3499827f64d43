import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../EmptyState'
import { useRowKeys } from '../keys/useRowKeys'
import { PageSkeleton } from '../PageSkeleton'
import { ProblemAlert } from '../ProblemAlert'
import { usePageTitle } from '../usePageTitle'
import { usePhone } from '../usePhone'
import type { Column } from './column'
import styles from './DataList.module.css'
import type { Filter, FilterField } from './filter'
import { ListCards } from './ListCards'
import { ListTable } from './ListTable'
import { ListTools } from './ListTools'
import { type ListSearch, type Page, type PageRequest, pageRequest } from './search'

export interface DataListProps<Row> {
  /** The collection, `projects` for instance: names its pages in the query cache. */
  name: string
  title: string
  columns: readonly Column<Row>[]
  /** What it may be narrowed by. */
  fields?: readonly FilterField[]
  /** The address's state, and how it changes. */
  search: ListSearch
  onSearch: (search: ListSearch) => void
  load: (page: PageRequest) => Promise<Page<Row>>
  keyOf: (row: Row) => string
  /** Where a row leads. */
  addressOf: (row: Row) => string
  /** Buttons at the right of the head, at most one of them primary. */
  actions?: ReactNode
  /** Between title and actions: views, the switch of table and board. */
  views?: ReactNode
  /** What the list is for, shown when there is nothing at all. */
  empty: { title: string; detail: string; action?: ReactNode }
  /** What it opens with: where that finds nothing, nothing is there rather than not found. */
  usual?: Filter
  /** False where the server looks for no words. */
  searchable?: boolean
  /** Right of the filters: sums and the like. */
  summary?: ReactNode
}

const FIRST_PAGE: string | undefined = undefined

/** A list as a tool: search, filter, sort, choice of columns; its state is the address. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { name, title, search, load, actions, views } = props
  const { t } = useTranslation()
  usePageTitle(title)
  const pages = useInfiniteQuery({
    queryKey: [name, 'list', search.q, search.filter, search.sort],
    queryFn: ({ pageParam }) => load(pageRequest(search, pageParam)),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  })
  const list = useRowKeys<HTMLElement>()
  const rows = pages.data?.pages.flatMap(({ items }) => items)
  return (
    <>
      <header className={styles.head}>
        <h1>{title}</h1>
        {views}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <section ref={list} className={styles.list} aria-label={title} aria-busy={pages.isFetching}>
        <ListTools {...props} total={pages.data?.pages[0]?.total ?? undefined} />
        {pages.error !== null && (
          <div className={styles.problem}>
            <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
          </div>
        )}
        {pages.isPending && <PageSkeleton rows={8} />}
        {rows !== undefined && <Rows {...props} rows={rows} />}
        {pages.hasNextPage && (
          <div className={styles.more}>
            <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
              {t('list.more')}
            </Button>
          </div>
        )}
      </section>
    </>
  )
}

function Rows<Row>(props: DataListProps<Row> & { rows: readonly Row[] }) {
  const { rows, search, onSearch, empty, usual } = props
  const { t } = useTranslation()
  const phone = usePhone()
  if (rows.length > 0) return phone ? <ListCards {...props} /> : <ListTable {...props} />
  const narrowed = search.filter !== undefined && JSON.stringify(search.filter) !== JSON.stringify(usual)
  if (search.q === undefined && !narrowed) {
    return (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.detail}
      </EmptyState>
    )
  }
  const { q: _q, filter: _filter, ...rest } = search
  return (
    <EmptyState
      title={t('list.nothing.title')}
      action={<Button onClick={() => onSearch(rest)}>{t('list.nothing.clear')}</Button>}
    >
      {t('list.nothing.detail')}
    </EmptyState>
  )
}
