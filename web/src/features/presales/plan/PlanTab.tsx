import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import type { Project } from '../project/api'
import { Confirm } from '../project/Confirm'
import styles from '../project/project.module.css'
import {
  type Milestone,
  milestonesQuery,
  type Task,
  tasksQuery,
  useBaseline,
  useCancelMilestone,
  useCancelTask,
  useCompleteTask,
  useReachMilestone,
} from './api'
import { AssignDialog, MilestoneDialog, TaskDialog } from './dialogs'
import { SlipText } from './SlipText'

export function PlanTab({ project }: { project: Project }) {
  return (
    <>
      <Milestones project={project} />
      <Tasks project={project} />
    </>
  )
}

type Open<Row> = { what: 'new' } | { what: 'change' | 'assign'; row: Row } | undefined

function Milestones({ project }: { project: Project }) {
  const { t } = useTranslation()
  const may = useMay()
  const all = useQuery(milestonesQuery(project.id))
  const baseline = useBaseline(project.id)
  const reach = useReachMilestone()
  const cancel = useCancelMilestone()
  const [open, setOpen] = useState<Open<Milestone>>()
  const [cancelling, setCancelling] = useState<Milestone>()
  const items = all.data?.items ?? []
  const onTime = items.filter(({ slip_days, state }) => state !== 'cancelled' && (slip_days ?? 1) <= 0).length
  return (
    <Card
      title={t('plan.milestones')}
      note={items.length > 0 ? t('plan.onTimeOf', { count: items.length, kept: onTime }) : undefined}
      extra={
        <span className={styles.buttons}>
          {project.can.actions.includes('project.baseline_plan') && items.length > 0 && (
            <Button
              size="small"
              loading={baseline.isPending}
              onClick={() => baseline.mutate({ params: { path: { id: project.id } } })}
            >
              {t(project.baselined_at ? 'plan.rebaseline' : 'plan.baseline')}
            </Button>
          )}
          {may('milestone.plan') && (
            <Button size="small" onClick={() => setOpen({ what: 'new' })}>
              {t('plan.addMilestone')}
            </Button>
          )}
        </span>
      }
      flush
    >
      <ProblemAlert problem={baseline.error ?? reach.error ?? cancel.error} />
      <ProblemAlert problem={all.error} onRetry={() => all.refetch()} />
      {all.isPending && <Skeleton active title={false} />}
      {all.data && items.length === 0 && (
        <EmptyState title={t('plan.noMilestones.title')}>{t('plan.noMilestones.detail')}</EmptyState>
      )}
      <ul className={styles.rows}>
        {items.map((one) => (
          <li key={one.id}>
            <span className={styles.words}>
              <span>{one.title}</span>
              <span className="x-muted">
                {[
                  one.owner?.name,
                  one.baseline_on ? t('plan.promised', { day: one.baseline_on }) : undefined,
                  one.reached_on
                    ? t('plan.reachedOn', { day: one.reached_on })
                    : one.due_on
                      ? t('plan.expected', { day: one.due_on })
                      : undefined,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={styles.buttons}>
              <SlipText milestone={one} />
              {one.can.includes('milestone.reach') && (
                <Button
                  size="small"
                  loading={reach.isPending && reach.variables.params.path.id === one.id}
                  onClick={() => reach.mutate({ params: { path: { id: one.id } }, body: {} })}
                >
                  {t('plan.reach')}
                </Button>
              )}
              {one.can.includes('milestone.update') && (
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: [
                      {
                        key: 'change',
                        label: t('plan.change'),
                        onClick: () => setOpen({ what: 'change', row: one }),
                      },
                      {
                        key: 'cancel',
                        label: t('plan.cancel'),
                        onClick: () => setCancelling(one),
                      },
                    ],
                  }}
                >
                  <Button size="small">{t('project.more')}</Button>
                </Dropdown>
              )}
            </span>
          </li>
        ))}
      </ul>
      {cancelling && (
        <Confirm
          title={t('plan.cancelling', { title: cancelling.title })}
          explanation={t('plan.cancelMeans')}
          confirmLabel={t('plan.cancel')}
          onConfirm={() => {
            cancel.mutate({ params: { path: { id: cancelling.id } } })
            setCancelling(undefined)
          }}
          onCancel={() => setCancelling(undefined)}
        />
      )}
      {open && open.what !== 'assign' && (
        <MilestoneDialog
          project={project}
          milestone={open.what === 'change' ? open.row : undefined}
          onDone={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}

function Tasks({ project }: { project: Project }) {
  const { t } = useTranslation()
  const may = useMay()
  const all = useQuery(tasksQuery(project.id))
  const complete = useCompleteTask()
  const cancel = useCancelTask()
  const [open, setOpen] = useState<Open<Task>>()
  const [cancelling, setCancelling] = useState<Task>()
  const items = all.data?.items ?? []
  return (
    <Card
      title={t('plan.tasks')}
      extra={
        may('task.create') && (
          <Button size="small" onClick={() => setOpen({ what: 'new' })}>
            {t('plan.addTask')}
          </Button>
        )
      }
      flush
    >
      <ProblemAlert problem={complete.error ?? cancel.error} />
      <ProblemAlert problem={all.error} onRetry={() => all.refetch()} />
      {all.isPending && <Skeleton active title={false} />}
      {all.data && items.length === 0 && (
        <EmptyState title={t('plan.noTasks.title')}>{t('plan.noTasks.detail')}</EmptyState>
      )}
      <ul className={styles.rows}>
        {items.map((one) => (
          <li key={one.id} className={one.state === 'open' ? undefined : 'x-muted'}>
            <span className={styles.words}>
              <span>{one.title}</span>
              <span className={one.overdue ? 'x-late' : 'x-muted'}>
                {[one.owner?.name, one.due_on, one.resources].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className={styles.buttons}>
              {one.state !== 'open' && (
                <span>
                  {t(`plan.taskState.${one.state}`)} {one.done_at && <InstantText at={one.done_at} day />}
                </span>
              )}
              {one.can.includes('task.complete') && (
                <Button
                  size="small"
                  loading={complete.isPending && complete.variables.params.path.id === one.id}
                  onClick={() => complete.mutate({ params: { path: { id: one.id } } })}
                >
                  {t('plan.done')}
                </Button>
              )}
              <More task={one} onOpen={setOpen} onCancel={() => setCancelling(one)} />
            </span>
          </li>
        ))}
      </ul>
      {cancelling && (
        <Confirm
          title={t('plan.cancelling', { title: cancelling.title })}
          explanation={t('plan.cancelMeans')}
          confirmLabel={t('plan.cancel')}
          onConfirm={() => {
            cancel.mutate({ params: { path: { id: cancelling.id } } })
            setCancelling(undefined)
          }}
          onCancel={() => setCancelling(undefined)}
        />
      )}
      {open?.what === 'assign' && <AssignDialog task={open.row} onDone={() => setOpen(undefined)} />}
      {open && open.what !== 'assign' && (
        <TaskDialog
          project={project}
          task={open.what === 'change' ? open.row : undefined}
          onDone={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}

interface MoreProps {
  task: Task
  onOpen: (open: Open<Task>) => void
  onCancel: () => void
}

function More({ task, onOpen, onCancel }: MoreProps) {
  const { t } = useTranslation()
  const items = [
    task.can.includes('task.update') && {
      key: 'change',
      label: t('plan.change'),
      onClick: () => onOpen({ what: 'change', row: task }),
    },
    task.can.includes('task.assign') && {
      key: 'assign',
      label: t('plan.assign'),
      onClick: () => onOpen({ what: 'assign', row: task }),
    },
    task.can.includes('task.cancel') && { key: 'cancel', label: t('plan.cancel'), onClick: onCancel },
  ].filter((item) => item !== false)
  if (items.length === 0) return null
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size="small">{t('project.more')}</Button>
    </Dropdown>
  )
}
