import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { useCommands } from '~/ui/commands/commands'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage } from '~/ui/RecordPage'
import { download, exportQuery, useEnd, useMake } from './api'
import { ExportStateTag } from './ExportStateTag'

/** Customer data on its way out: why, for whom, how it was decided, and what is to be done with it now. */
export function ExportPage() {
  const { id } = useParams({ from: '/shell/exports/$id' })
  const { t } = useTranslation()
  const { data: run } = useSuspenseQuery(exportQuery(id))
  const make = useMake()
  const end = useEnd()
  const fetch = useMutation({ mutationFn: () => download(id) })
  const params = { path: { id } }
  const link = make.data?.link
  const acts = {
    end: run.can.end && { key: 'end', label: t('export.end'), onClick: () => end.mutate({ params }) },
    download: run.can.download && {
      key: 'download',
      label: t('export.download'),
      onClick: () => fetch.mutate(),
    },
    make: run.can.make && {
      key: 'make',
      label: t(run.shared ? 'export.makeLink' : 'export.make'),
      onClick: () => make.mutate({ params }),
    },
  }
  useCommands(Object.values(acts))
  return (
    <RecordPage
      number={t(run.shared ? 'export.sharing' : 'export.export')}
      name={run.recipient ?? run.reason}
      tags={<ExportStateTag state={run.state} />}
      facts={[
        { label: t('export.owner'), value: run.owner?.name ?? '–' },
        { label: t('export.count'), value: run.customer_count },
        { label: t('export.fields'), value: t(run.confidential ? 'export.clear' : 'export.masked') },
        { label: t('export.asked'), value: <InstantText at={run.created_at} /> },
        ...(run.ends_at ? [{ label: t('export.ends'), value: <InstantText at={run.ends_at} /> }] : []),
        { label: t('export.readings'), value: run.readings },
      ]}
      actions={
        <>
          {acts.end && (
            <Button loading={end.isPending} onClick={acts.end.onClick}>
              {acts.end.label}
            </Button>
          )}
          {acts.download && (
            <Button loading={fetch.isPending} onClick={acts.download.onClick}>
              {acts.download.label}
            </Button>
          )}
          {acts.make && (
            <Button type="primary" loading={make.isPending} onClick={acts.make.onClick}>
              {acts.make.label}
            </Button>
          )}
        </>
      }
      notice={
        <>
          <ProblemAlert problem={make.error ?? end.error ?? fetch.error} />
          {link && (
            <Alert
              type="success"
              showIcon
              title={t('export.linkOnce')}
              description={<Typography.Text copyable>{link}</Typography.Text>}
            />
          )}
        </>
      }
    >
      <Card title={t('export.reason')}>
        <p>{run.reason}</p>
        {run.customer_id && (
          <p>
            <Link to="/customers/$id" params={{ id: run.customer_id }}>
              {t('export.toCustomer')}
            </Link>
          </p>
        )}
        {run.approval_id && (
          <p>
            <Link to="/approvals/$id" params={{ id: run.approval_id }}>
              {t('export.toApproval')}
            </Link>
          </p>
        )}
      </Card>
    </RecordPage>
  )
}
