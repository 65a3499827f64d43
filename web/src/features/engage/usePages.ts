import { useInfiniteQuery } from '@tanstack/react-query'

interface Page<Row> {
  items: readonly Row[]
  next?: string | null
}

/** Records page by page, newest first: what is shown so far, and the rest on request. */
export function usePages<Row>(
  name: readonly string[],
  load: (cursor: string | undefined) => Promise<Page<Row>>,
) {
  const pages = useInfiniteQuery({
    queryKey: name,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return { ...pages, rows: pages.data?.pages.flatMap(({ items }) => items) }
}

const FIRST_PAGE: string | undefined = undefined
