import { useRef } from 'react'
import { queryClient } from '~/api/client'
import { forget, type News, useLive } from '~/api/live'
import { hearUnread } from '~/features/governance/notification/api'

/** What every page shows of one's own, and what the records on it are, is kept up to date while one looks. */
export function useNews(who: string): void {
  const owed = useRef<number>(undefined)
  const hear = useRef((news: News) => {
    forget(news)
    const { unread, owed: now } = news.figures
    if (unread !== undefined) hearUnread(unread)
    if (now !== undefined && owed.current !== undefined && now !== owed.current) {
      for (const queryKey of [['get', '/workbench'], ['obligations'], ['approvals']])
        void queryClient.invalidateQueries({ queryKey })
    }
    owed.current = now
  })
  useLive(who, hear.current)
}
