import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '~/api/session'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { useNow } from '~/ui/now'
import { hourOf } from '~/ui/time'
import { usePageTitle } from '~/ui/usePageTitle'
import { workbenchQuery } from './api'
import { ApprovalRows, DueList } from './DueList'
import type { Grouping } from './groups'
import { RecordCard } from './RecordCard'
import styles from './WorkbenchPage.module.css'

const GROUPINGS: readonly Grouping[] = ['time', 'record', 'rule']

export function WorkbenchPage() {
  const { t } = useTranslation()
  const { data: workbench } = useSuspenseQuery(workbenchQuery)
  usePageTitle(t('place.workbench'))
  return (
    <>
      <Greeting />
      <div className={styles.columns}>
        <Obligations />
        <div className={styles.side}>
          {workbench.approvals.length > 0 && (
            <Card title={t('workbench.approvals')} extra={<Count of={workbench.approvals} />} flush>
              <ApprovalRows approvals={workbench.approvals} />
            </Card>
          )}
          <RecordCard title={t('workbench.inquiries')} records={workbench.inquiries} under="/inquiries" />
          <RecordCard title={t('workbench.projects')} records={workbench.projects} under="/projects" />
        </div>
      </div>
    </>
  )
}

function Greeting() {
  const { t } = useTranslation()
  const { company, department, member } = useSession()
  const hour = hourOf(useNow(), company.zone)
  const time = hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return (
    <header className={styles.greeting}>
      <h1>{t(`workbench.greeting.${time}`, { name: member.name })}</h1>
      <span className="x-muted">{[department?.name, company.name].filter(Boolean).join(' · ')}</span>
    </header>
  )
}

function Obligations() {
  const { t } = useTranslation()
  const { by = 'time' } = useSearch({ from: '/shell/workbench' })
  const navigate = useNavigate({ from: '/workbench' })
  const { obligations } = useSuspenseQuery(workbenchQuery).data
  const now = useNow()
  const late = obligations.filter(({ due_at }) => due_at && Date.parse(due_at) < now).length

  const group = (next: Grouping) => navigate({ search: next === 'time' ? {} : { by: next }, replace: true })
  return (
    <Card
      title={t('workbench.obligations')}
      note={obligations.length > 0 ? t('workbench.summary', { count: obligations.length, late }) : undefined}
      extra={
        obligations.length > 1 && (
          <Segmented
            aria-label={t('workbench.group.label')}
            size="small"
            value={by}
            onChange={group}
            options={GROUPINGS.map((value) => ({ value, label: t(`workbench.group.${value}`) }))}
          />
        )
      }
      flush
    >
      {obligations.length === 0 ? (
        <EmptyState title={t('workbench.empty.title')}>{t('workbench.empty.detail')}</EmptyState>
      ) : (
        <DueList items={obligations} by={by} />
      )}
    </Card>
  )
}

const Count = ({ of }: { of: readonly unknown[] }) => <span className="x-muted">{of.length}</span>
