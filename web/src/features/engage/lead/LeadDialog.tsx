import { Modal } from 'antd'
import type { TFunction } from 'i18next'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { Field } from '~/ui/Field'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField } from '~/ui/sheet/sheet'
import { CustomerPicker } from '../customer/CustomerPicker'
import styles from '../engage.module.css'
import { type Lead, useCreateLead, useUpdateLead } from './api'
import { leadBody, leadChanges, leadValues } from './sheet'

interface Props {
  onDone: (lead: Lead) => void
  onCancel: () => void
}

export function CreateLeadDialog({ onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const create = useCreateLead()
  const [customer, setCustomer] = useState<string | null>(null)
  return (
    <Frame title={t('lead.create')} customer={customer} onCustomer={setCustomer} onCancel={onCancel}>
      <FormSheet
        fields={fields(t)}
        draft="lead.new"
        submitLabel={t('customer.save')}
        pending={create.isPending}
        problem={create.error}
        onSubmit={async (values) => onDone(await create.mutateAsync({ body: leadBody(values, customer) }))}
        onCancel={onCancel}
      />
    </Frame>
  )
}

/** Changes a lead; one of which nobody knew whose it is gets its customer here. */
export function EditLeadDialog({ lead, onDone, onCancel }: Props & { lead: Lead }) {
  const { t } = useTranslation()
  const update = useUpdateLead()
  const [customer, setCustomer] = useState<string | null>(lead.customer_id ?? null)
  return (
    <Frame title={t('lead.edit')} customer={customer} onCustomer={setCustomer} onCancel={onCancel}>
      <FormSheet
        fields={fields(t, true)}
        initial={leadValues(lead)}
        submitLabel={t('customer.save')}
        pending={update.isPending}
        problem={update.error}
        onSubmit={async (values) =>
          onDone(
            await update.mutateAsync({
              params: { path: { id: lead.id }, header: ifMatch(lead.version) },
              body: leadChanges(values, customer, lead),
            }),
          )
        }
        onCancel={onCancel}
      />
    </Frame>
  )
}

interface FrameProps {
  title: string
  customer: string | null
  onCustomer: (customer: string | null) => void
  onCancel: () => void
  children: ReactNode
}

function Frame({ title, customer, onCustomer, onCancel, children }: FrameProps) {
  const { t } = useTranslation()
  return (
    <Modal open title={title} footer={null} onCancel={onCancel} width={600} mask={{ closable: false }}>
      <div className={styles.above}>
        <Field label={t('inquiry.field.customer_id')} help={t('lead.help.customer')}>
          {(attributes) => <CustomerPicker attributes={attributes} value={customer} onChange={onCustomer} />}
        </Field>
      </div>
      {children}
    </Modal>
  )
}

const fields = (t: TFunction, known = false): SheetField[] => [
  { id: 'title', name: t('lead.field.title'), type: 'text', required: true, limit: 200 },
  { id: 'source', name: t('lead.field.source'), type: 'text', limit: 100 },
  { id: 'needs', name: t('lead.field.needs'), type: 'text', long: true, limit: 10_000 },
  {
    id: 'first_on',
    name: t('lead.field.first_on'),
    type: 'date',
    ...(known ? { required: true } : { help: t('lead.help.first_on') }),
  },
]
