import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, Progress, Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '~/api/session'
import { Card } from '~/ui/Card'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { InstantText } from '~/ui/InstantText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage } from '~/ui/RecordPage'
import { usePhone } from '~/ui/usePhone'
import { type ImportRun, importQuery, isWorking, previewQuery, useCancel, useUndo } from './api'
import { ImportStateTag } from './ImportStateTag'
import styles from './import.module.css'
import { MappingCard } from './MappingCard'
import { PreviewCard } from './PreviewCard'
import { ResultCards } from './ResultCards'

/** How often a page looks how far the work has come, in milliseconds. */
const LOOK = 1000

/** One import from its file to its result. */
export function ImportPage() {
  const { id } = useParams({ from: '/shell/imports/$id' })
  const { t } = useTranslation()
  const phone = usePhone()
  const {
    data: run,
    error,
    refetch,
  } = useQuery({
    ...importQuery(id),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? LOOK : false),
  })
  if (run === undefined)
    return error ? <ProblemAlert problem={error} onRetry={() => refetch()} /> : <PageSkeleton rows={6} />
  return (
    <RecordPage
      number={t('import.of', { kind: t(`import.kind.${run.kind}`) })}
      name={run.file_name}
      tags={<ImportStateTag state={run.state} />}
      facts={[
        { label: t('import.owner'), value: run.owner?.name ?? t('import.house') },
        { label: t('import.uploadedAt'), value: <InstantText at={run.created_at} /> },
        ...(run.finished_at
          ? [{ label: t('import.finishedAt'), value: <InstantText at={run.finished_at} /> }]
          : []),
      ]}
      actions={<Actions run={run} />}
      notice={run.problem && <Alert role="alert" type="warning" showIcon title={run.problem} />}
    >
      <Card>
        <div className={styles.steps}>
          <Steps
            size="small"
            current={stepOf(run)}
            direction={phone ? 'vertical' : 'horizontal'}
            items={['map', 'check', 'run', 'result'].map((step) => ({ title: t(`import.step.${step}`) }))}
          />
        </div>
      </Card>
      {isWorking(run) && <Working run={run} />}
      {['uploaded', 'checked'].includes(run.state) && <Before run={run} />}
      {['finished', 'cancelled', 'failed', 'undone'].includes(run.state) && <ResultCards run={run} />}
    </RecordPage>
  )
}

const STEPS: Record<ImportRun['state'], number> = {
  uploaded: 0,
  checking: 1,
  checked: 1,
  running: 2,
  undoing: 2,
  finished: 3,
  cancelled: 3,
  failed: 3,
  undone: 3,
}

const stepOf = (run: ImportRun) => STEPS[run.state]

function Actions({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const cancel = useCancel()
  const undo = useUndo()
  const [asking, setAsking] = useState(false)
  const params = { path: { id: run.id } }
  return (
    <>
      <ProblemAlert problem={cancel.error} />
      {run.can.cancel && (
        <Button loading={cancel.isPending} onClick={() => cancel.mutate({ params })}>
          {t('import.cancel')}
        </Button>
      )}
      {run.can.undo && <Button onClick={() => setAsking(true)}>{t('import.undo')}</Button>}
      {asking && (
        <ConfirmDialog
          title={t('import.undoAsk')}
          confirmLabel={t('import.undo')}
          danger
          pending={undo.isPending}
          problem={undo.error}
          onConfirm={() => undo.mutate({ params }, { onSuccess: () => setAsking(false) })}
          onCancel={() => setAsking(false)}
        >
          <p>{t('import.undoWhat', { count: run.counts.made })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Working({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const undoing = run.state === 'undoing'
  const done = undoing ? run.taken_back + run.kept : run.counts.seen
  const all = undoing ? run.counts.made : run.total
  return (
    <Card title={t(`import.state.${run.state}`)}>
      <div className={styles.content} role="status">
        <Progress
          aria-label={t(`import.state.${run.state}`)}
          percent={all > 0 ? Math.min(99, Math.floor((done * 100) / all)) : 0}
          status="active"
          showInfo={all > 0}
        />
        <p>{all > 0 ? t('import.doneOf', { done, all }) : t('import.done', { done })}</p>
        {run.state === 'running' && <p className="x-muted">{t('import.leave')}</p>}
      </div>
    </Card>
  )
}

/** What the file holds and what is to become of it. The rows are shown to nobody but who brought them. */
function Before({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const session = useSession()
  const mine = run.owner?.id === session.member.id
  const preview = useQuery({ ...previewQuery(run.id), enabled: mine })
  if (!mine) return <Alert type="info" showIcon title={t('import.notYours')} />
  if (preview.data === undefined)
    return preview.error ? (
      <ProblemAlert problem={preview.error} onRetry={() => preview.refetch()} />
    ) : (
      <PageSkeleton rows={6} />
    )
  return (
    <>
      <MappingCard run={run} preview={preview.data} />
      <PreviewCard run={run} preview={preview.data} />
    </>
  )
}
