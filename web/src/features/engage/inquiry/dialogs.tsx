import { useQuery } from '@tanstack/react-query'
import { Alert, Modal, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { extraQuery } from '~/features/governance/filing/extra'
import { Field } from '~/ui/Field'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { CustomerPicker } from '../customer/CustomerPicker'
import styles from '../engage.module.css'
import { memberSources } from '../people'
import {
  CLARITIES,
  CLASSES,
  type Inquiry,
  OUTCOMES,
  PRIORITIES,
  useAssessInquiry,
  useAssignInquiry,
  useClassifyInquiry,
  useFollowUpInquiry,
  useMatchInquiry,
  useReassignInquiry,
  useUpdateInquiry,
} from './api'
import { clarityField, editChanges, editFields, editValues, oneOf, textField, textOf } from './sheet'

interface Props {
  inquiry: Inquiry
  onDone: () => void
}

const which = ({ id }: Inquiry) => ({ params: { path: { id } } })

export function Panel({
  title,
  onCancel,
  children,
}: {
  title: string
  onCancel: () => void
  children: ReactNode
}) {
  return (
    <Modal open title={title} footer={null} onCancel={onCancel} width={640} mask={{ closable: false }}>
      {children}
    </Modal>
  )
}

export function ClassifyDialog({ inquiry, onDone }: Props) {
  const { t } = useTranslation()
  const classify = useClassifyInquiry()
  const choice = (id: 'class' | 'priority', values: readonly string[]) => ({
    id,
    name: t(`inquiry.field.${id}`),
    type: 'choice' as const,
    required: true,
    choices: values.map((value) => ({ id: value, name: t(`inquiry.${id}.${value}`) })),
  })
  return (
    <Panel title={t('inquiry.classify')} onCancel={onDone}>
      <FormSheet
        fields={[
          { ...choice('class', CLASSES), help: inquiry.assignee ? null : t('inquiry.help.class') },
          choice('priority', PRIORITIES),
        ]}
        initial={{ class: inquiry.class ?? null, priority: inquiry.priority ?? 'normal' }}
        submitLabel={t('inquiry.classify')}
        pending={classify.isPending}
        problem={classify.error}
        onSubmit={async (values) => {
          await classify.mutateAsync({
            ...which(inquiry),
            body: {
              class: oneOf(CLASSES, values.class) ?? 'product',
              priority: oneOf(PRIORITIES, values.priority) ?? 'normal',
            },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Panel>
  )
}

export function AssessDialog({ inquiry, onDone }: Props) {
  const { t } = useTranslation()
  const assess = useAssessInquiry()
  return (
    <Panel title={t('inquiry.assess')} onCancel={onDone}>
      <FormSheet
        fields={[
          textField(t, 'background', { required: true, help: t('inquiry.help.background') }),
          textField(t, 'aim', { required: true }),
          clarityField(t, true),
          textField(t, 'needs'),
        ]}
        initial={editValues(inquiry)}
        draft={`inquiry.assess.${inquiry.id}`}
        submitLabel={t('customer.save')}
        pending={assess.isPending}
        problem={assess.error}
        onSubmit={async (values) => {
          await assess.mutateAsync({
            ...which(inquiry),
            body: {
              background: textOf(values.background) ?? '',
              aim: textOf(values.aim) ?? '',
              clarity: oneOf(CLARITIES, values.clarity) ?? 'unclear',
              needs: textOf(values.needs),
            },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Panel>
  )
}

export function EditDialog({ inquiry, onDone }: Props) {
  const { t } = useTranslation()
  const update = useUpdateInquiry()
  const extra = useQuery(extraQuery('inquiry'))
  return (
    <Panel title={t('inquiry.edit')} onCancel={onDone}>
      {inquiry.state === 'closed' && (
        <Alert type="info" showIcon title={t('inquiry.correction')} className={styles.above ?? ''} />
      )}
      {extra.isPending && <Skeleton active title={false} />}
      {!extra.isPending && (
        <FormSheet
          fields={editFields(t, extra.data?.items)}
          initial={editValues(inquiry, extra.data?.items)}
          submitLabel={t('customer.save')}
          pending={update.isPending}
          problem={update.error}
          onSubmit={async (values) => {
            await update.mutateAsync({
              params: { path: { id: inquiry.id }, header: ifMatch(inquiry.version) },
              body: editChanges(values, inquiry),
            })
            onDone()
          }}
          onCancel={onDone}
        />
      )}
    </Panel>
  )
}

interface MatchProps extends Props {
  onCreate?: (() => void) | undefined
  /** The customer that it begins with. */
  first?: string
  /** Why matching it before failed. */
  problem?: unknown
}

/** Says which customer asks: one on file, or a new file opened with what the sender left. */
export function MatchDialog({ inquiry, onDone, onCreate, first, problem }: MatchProps) {
  const { t } = useTranslation()
  const match = useMatchInquiry()
  const [customer, setCustomer] = useState<string | null>(first ?? inquiry.customer_id ?? null)
  const refused = match.error ?? (match.isIdle ? problem : null)
  const seek = inquiry.customer_name ?? inquiry.sender_company ?? ''
  return (
    <Modal
      open
      title={t('inquiry.match')}
      okText={t('inquiry.matchThis')}
      okButtonProps={{ disabled: customer === null || customer === inquiry.customer_id }}
      confirmLoading={match.isPending}
      onOk={() =>
        customer !== null &&
        match.mutate({ ...which(inquiry), body: { customer_id: customer } }, { onSuccess: onDone })
      }
      onCancel={onDone}
    >
      <Field
        label={t('inquiry.field.customer_id')}
        help={t('inquiry.help.match')}
        pointer="/customer_id"
        problem={refused}
      >
        {(attributes) => (
          <CustomerPicker attributes={attributes} value={customer} onChange={setCustomer} seek={seek} />
        )}
      </Field>
      {onCreate && (
        <p>
          <button type="button" className={styles.textButton} onClick={onCreate}>
            {t('inquiry.matchNew')}
          </button>
        </p>
      )}
      <ProblemAlert problem={refused} shownPointers={['/customer_id']} />
    </Modal>
  )
}

export function AssignDialog({ inquiry, onDone }: Props) {
  const { t } = useTranslation()
  const assign = useAssignInquiry()
  return (
    <Panel title={t('inquiry.assign')} onCancel={onDone}>
      <FormSheet
        fields={[
          { id: 'to', name: t('inquiry.field.assignee'), type: 'member', help: t('inquiry.help.assign') },
        ]}
        sources={memberSources}
        submitLabel={t('inquiry.assign')}
        pending={assign.isPending}
        problem={assign.error}
        onSubmit={async ({ to }) => {
          await assign.mutateAsync({ ...which(inquiry), body: { to: textOf(to) } })
          onDone()
        }}
        onCancel={onDone}
      />
    </Panel>
  )
}

export function ReassignDialog({ inquiry, onDone }: Props) {
  const { t } = useTranslation()
  const reassign = useReassignInquiry()
  return (
    <Panel title={t('inquiry.reassign')} onCancel={onDone}>
      <FormSheet
        fields={[
          { id: 'to', name: t('inquiry.reassignTo'), type: 'member', required: true },
          {
            id: 'reason',
            name: t('reason.label'),
            type: 'text',
            long: true,
            limit: 2_000,
            required: true,
            help: t('reason.hint'),
          },
        ]}
        sources={memberSources}
        submitLabel={t('inquiry.reassign')}
        pending={reassign.isPending}
        problem={reassign.error}
        onSubmit={async ({ to, reason }) => {
          await reassign.mutateAsync({
            ...which(inquiry),
            body: { to: textOf(to) ?? '', reason: textOf(reason) ?? '' },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Panel>
  )
}

/** What a follow-up after closing found. */
export function FollowUpDialog({ inquiry, onDone }: Props) {
  const { t } = useTranslation()
  const followUp = useFollowUpInquiry()
  const settled = inquiry.outcome !== 'answered' && inquiry.outcome !== null
  return (
    <Panel title={t('inquiry.followUp')} onCancel={onDone}>
      <FormSheet
        fields={[
          {
            id: 'note',
            name: t('inquiry.followUpNote'),
            type: 'text',
            long: true,
            required: true,
            limit: 20_000,
          },
          ...(settled
            ? []
            : [
                {
                  id: 'outcome',
                  name: t('inquiry.followUpOutcome'),
                  type: 'choice' as const,
                  choices: OUTCOMES.map((id) => ({ id, name: t(`inquiry.outcome.${id}`) })),
                },
              ]),
        ]}
        draft={`inquiry.follow-up.${inquiry.id}`}
        submitLabel={t('customer.save')}
        pending={followUp.isPending}
        problem={followUp.error}
        onSubmit={async ({ note, outcome }) => {
          await followUp.mutateAsync({
            ...which(inquiry),
            body: { note: textOf(note), outcome: oneOf(OUTCOMES, outcome) ?? null },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Panel>
  )
}
