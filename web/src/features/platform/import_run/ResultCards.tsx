import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '~/api/session'
import { Card } from '~/ui/Card'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { failedRows, type ImportRun, loadRows } from './api'
import styles from './import.module.css'
import { Reasons } from './PreviewCard'

const COUNTS = ['seen', 'made', 'updated', 'skipped', 'failed'] as const
const FIRST_PAGE: string | undefined = undefined
/** Where the records of a kind have their pages. */
const PAGES: Record<string, string> = {
  customer: '/customers',
  contact: '/contacts',
  member: '/members',
  project: '/projects',
}

const pageOf = ({ kind, id }: { kind: string; id: string }): string | undefined =>
  PAGES[kind] && `${PAGES[kind]}/${id}`

/** What became of the rows, in numbers and one by one. */
export function ResultCards({ run }: { run: ImportRun }) {
  const { t, i18n } = useTranslation()
  const mine = useSession().member.id === run.owner?.id
  const file = mine && run.counts.failed > 0
  return (
    <>
      <Card
        title={t('import.result')}
        extra={
          file && (
            <span className={styles.buttons}>
              <Button href={failedRows(run.id, 'xlsx')} icon={<DownloadOutlined aria-hidden />}>
                {t('import.failedXlsx')}
              </Button>
              <Button href={failedRows(run.id, 'csv')}>{t('import.failedCsv')}</Button>
            </span>
          )
        }
      >
        <div className={styles.content}>
          <dl className={styles.counts}>
            {COUNTS.map((count) => (
              <div key={count}>
                <dt className="x-muted">{t(`import.count.${count}`)}</dt>
                <dd>{run.counts[count].toLocaleString(i18n.language)}</dd>
              </div>
            ))}
          </dl>
          {run.state === 'undone' && (
            <p>{t('import.undoneWords', { back: run.taken_back, kept: run.kept })}</p>
          )}
          {file && <p className="x-muted">{t('import.mend')}</p>}
        </div>
      </Card>
      {run.counts.failed > 0 && <RowsCard run={run} outcome="failed" />}
      {run.counts.skipped > 0 && <RowsCard run={run} outcome="skipped" />}
    </>
  )
}

function RowsCard({ run, outcome }: { run: ImportRun; outcome: 'failed' | 'skipped' }) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery({
    queryKey: ['imports', run.id, outcome],
    queryFn: ({ pageParam }) => loadRows(run.id, outcome, pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  const rows = items.map((row) => ({ ...row, page: row.record ? pageOf(row.record) : undefined }))
  return (
    <Card title={t(`import.rows.${outcome}`)} flush>
      <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
      <ul className={styles.faults}>
        {rows.map(({ number, reasons, page }) => (
          <li key={number}>
            <span className="x-muted">{t('import.line', { number })}</span>
            <span>
              <Reasons kind={run.kind} reasons={reasons} />
              {page && (
                <>
                  {' '}
                  <Link to={page}>{t('import.open')}</Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button type="text" block loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </Card>
  )
}
