import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { Values } from '~/ui/sheet/sheet'
import { contactsQuery } from '../contact/api'
import { memberSources } from '../people'
import {
  type Interaction,
  openInquiriesQuery,
  projectsQuery,
  usePlanInteraction,
  useRecordInteraction,
} from './api'
import { interactionFields, kindOf, promisesOf, textOf, textsOf } from './sheet'

interface Props {
  customer: string
  /** The project that it is about, as far as the page knows. */
  project?: string | undefined
  /** Something is planned instead of written down. */
  planned?: boolean
  /** The plan that was kept. */
  keeps?: Interaction | undefined
  onDone: () => void
}

export function InteractionDialog({ customer, project, planned = false, keeps, onDone }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { data: contacts } = useQuery(contactsQuery(customer))
  const { data: inquiries } = useQuery(openInquiriesQuery(customer, !planned && may('inquiry.read')))
  const { data: projects } = useQuery(projectsQuery(customer, may('project.read')))
  const record = useRecordInteraction()
  const plan = usePlanInteraction()
  const [now] = useState(() => new Date().toISOString())
  const save = (values: Values) =>
    planned ? plan.mutateAsync(planOf(values)) : record.mutateAsync(recordOf(values))
  const common = (values: Values) => ({
    customer_id: customer,
    kind: kindOf(values.kind),
    contacts: textsOf(values.contacts),
    members: textsOf(values.members),
    project_id: textOf(values.project_id),
  })
  const planOf = (values: Values) => ({
    body: { ...common(values), planned_at: textOf(values.planned_at) ?? '', content: textOf(values.outline) },
  })
  const recordOf = (values: Values) => ({
    body: {
      ...common(values),
      planned: keeps?.id ?? null,
      happened_at: textOf(values.happened_at) ?? '',
      content: textOf(values.content) ?? '',
      needs: textOf(values.needs),
      feedback: textOf(values.feedback),
      promises: promisesOf(values),
      next_action: textOf(values.next_action),
      inbound: values.inbound === true,
      inquiry_id: values.inbound === true ? textOf(values.inquiry_id) : null,
    },
  })
  const open = (inquiries?.items ?? []).map(({ id, number, title }) => ({ id, name: `${number} ${title}` }))
  const about = (projects?.items ?? []).map(({ id, number, name }) => ({ id, name: `${number} ${name}` }))
  const live = contacts?.items.filter(({ archived_at }) => !archived_at) ?? []
  return (
    <Modal
      open
      title={t(planned ? 'interaction.plan' : 'interaction.record')}
      footer={null}
      onCancel={onDone}
      width={680}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={interactionFields(t, live, planned, open, about)}
        initial={{
          kind: keeps?.kind ?? 'visit',
          happened_at: keeps?.planned_at ?? now,
          contacts: idsOf(keeps?.contacts),
          members: idsOf(keeps?.members),
          project_id: keeps?.project_id ?? project ?? null,
        }}
        draft={`interaction.${planned ? 'plan' : (keeps?.id ?? 'new')}.${customer}`}
        sources={memberSources}
        submitLabel={t('customer.save')}
        pending={record.isPending || plan.isPending}
        problem={record.error ?? plan.error}
        onSubmit={async (values) => {
          await save(values)
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

const idsOf = (named: readonly { id: string }[] = []) => named.map(({ id }) => id)
