import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { findMembers } from '~/api/people'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField, Values } from '~/ui/sheet/sheet'
import type { Project } from '../project/api'
import { textOf } from '../project/sheet'
import {
  type Milestone,
  milestonesQuery,
  type Task,
  useAssignTask,
  useCreateTask,
  usePlanMilestone,
  useUpdateMilestone,
  useUpdateTask,
} from './api'

export function MilestoneDialog({
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

export function AssignDialog({ task, onDone }: { task: Task; onDone: () => void }) {
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

export function TaskDialog({
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
