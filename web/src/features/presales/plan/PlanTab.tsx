import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { findMembers } from '~/api/people'
import { useMay } from '~/api/session'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField, Values } from '~/ui/sheet/sheet'
import type { Project } from '../project/api'
import { Confirm } from '../project/Confirm'
import styles from '../project/project.module.css'
import { textOf } from '../project/sheet'
import {
  type Milestone,
  milestonesQuery,
  type Task,
  tasksQuery,
  useAssignTask,
  useBaseline,
  useCancelMilestone,
  useCancelTask,
  useCompleteTask,
  useCreateTask,
  usePlanMilestone,
  useReachMilestone,
  useUpdateMilestone,
  useUpdateTask,
} from './api'
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

function MilestoneDialog({
  project,
  milestone,
  onDone,
}: {
  project: Project
  milestone: Milestone | undefined
  onDone: () => void
}) {
  const { t } = useTranslation()
  const plan = usePlanMilestone()
  const update = useUpdateMilestone()
  const doing = milestone === undefined ? plan : update
  const title = t(milestone === undefined ? 'plan.addMilestone' : 'plan.change')
  const fields: SheetField[] = [
    { id: 'title', name: t('plan.title'), type: 'text', required: true, limit: 200 },
    { id: 'owner', name: t('plan.owner'), type: 'member', help: t('plan.ownerHelp') },
    { id: 'due_on', name: t('plan.due'), type: 'date', required: true },
    { id: 'notes', name: t('plan.notes'), type: 'text', long: true, limit: 10_000 },
  ]
  const body = (values: Values) => ({
    title: String(values.title).trim(),
    due_on: textOf(values.due_on),
    notes: textOf(values.notes),
    ...(textOf(values.owner) === null ? {} : { owner: String(values.owner) }),
  })
  return (
    <Modal open title={title} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={fields}
        initial={{
          title: milestone?.title ?? null,
          owner: milestone?.owner?.id ?? null,
          due_on: milestone?.due_on ?? null,
          notes: milestone?.notes ?? null,
        }}
        sources={{ members: findMembers }}
        submitLabel={t('project.save')}
        pending={doing.isPending}
        problem={doing.error}
        onSubmit={async (values) => {
          if (milestone === undefined)
            await plan.mutateAsync({ params: { path: { id: project.id } }, body: body(values) })
          else
            await update.mutateAsync({
              params: { path: { id: milestone.id }, header: ifMatch(milestone.version) },
              body: body(values),
            })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
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

function AssignDialog({ task, onDone }: { task: Task; onDone: () => void }) {
  const { t } = useTranslation()
  const assign = useAssignTask()
  return (
    <Modal open title={t('plan.assign')} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={[{ id: 'to', name: t('plan.owner'), type: 'member', required: true }]}
        sources={{ members: findMembers }}
        submitLabel={t('plan.assign')}
        pending={assign.isPending}
        problem={assign.error}
        onSubmit={async ({ to }) => {
          await assign.mutateAsync({ params: { path: { id: task.id } }, body: { to: String(to) } })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

function TaskDialog({
  project,
  task,
  onDone,
}: {
  project: Project
  task: Task | undefined
  onDone: () => void
}) {
  const { t } = useTranslation()
  const create = useCreateTask()
  const update = useUpdateTask()
  const milestones = useQuery(milestonesQuery(project.id)).data?.items ?? []
  const doing = task === undefined ? create : update
  const owner: SheetField[] =
    task === undefined
      ? [{ id: 'owner', name: t('plan.owner'), type: 'member', help: t('plan.ownerHelp') }]
      : []
  const choices = milestones.map(({ id, title }) => ({ id, name: title }))
  const belongs: SheetField[] =
    choices.length === 0 ? [] : [{ id: 'milestone', name: t('plan.milestone'), type: 'choice', choices }]
  const body = (values: Values) => ({
    title: String(values.title).trim(),
    due_on: textOf(values.due_on),
    milestone: textOf(values.milestone),
    notes: textOf(values.notes),
    resources: textOf(values.resources),
  })
  return (
    <Modal
      open
      title={t(task === undefined ? 'plan.addTask' : 'plan.change')}
      footer={null}
      onCancel={onDone}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={[
          { id: 'title', name: t('plan.title'), type: 'text', required: true, limit: 200 },
          ...owner,
          { id: 'due_on', name: t('plan.due'), type: 'date' },
          ...belongs,
          { id: 'resources', name: t('plan.resources'), type: 'text', limit: 2000 },
          { id: 'notes', name: t('plan.notes'), type: 'text', long: true, limit: 10_000 },
        ]}
        initial={{
          title: task?.title ?? null,
          due_on: task?.due_on ?? null,
          milestone: task?.milestone_id ?? null,
          notes: task?.notes ?? null,
          resources: task?.resources ?? null,
        }}
        sources={{ members: findMembers }}
        submitLabel={t('project.save')}
        pending={doing.isPending}
        problem={doing.error}
        onSubmit={async (values) => {
          if (task === undefined)
            await create.mutateAsync({
              params: { path: { id: project.id } },
              body: { ...body(values), owner: textOf(values.owner) },
            })
          else
            await update.mutateAsync({
              params: { path: { id: task.id }, header: ifMatch(task.version) },
              body: body(values),
            })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
