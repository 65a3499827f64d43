import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { problemOf } from '~/api/problem'
import { useExtra } from '~/features/governance/filing/extra'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField, Values } from '~/ui/sheet/sheet'
import { useSettled } from '../useSettled'
import { type Customer, loadDuplicates, useCreateCustomer, useUpdateCustomer } from './api'
import { DuplicateWarning } from './DuplicateWarning'
import { changes, creation, customerFields, valuesOf } from './sheet'

interface CreateProps {
  /** What is known already. */
  initial?: Values
  onDone: (customer: Customer) => void
  onCancel: () => void
}

/** Opens a customer's file; whoever looks the same is shown while the name is typed. */
export function CreateCustomerDialog({ initial, onDone, onCancel }: CreateProps) {
  const { t } = useTranslation()
  const create = useCreateCustomer()
  const extra = useExtra('customer')
  const [probe, setProbe] = useState({ name: typed(initial?.name), credit_code: '' })
  const asked = useSettled(probe)
  const { data: duplicates = [] } = useQuery({
    queryKey: ['customers', 'duplicates', asked],
    queryFn: () => loadDuplicates(asked),
    placeholderData: (before) => before,
  })
  const refused = create.error !== null && problemOf(create.error).code === 'possible-duplicate'
  const reason: SheetField = {
    id: 'not_duplicate_reason',
    name: t('customer.duplicate.reason'),
    type: 'text',
    limit: 500,
    required: refused,
    help: t('customer.duplicate.reasonHelp'),
  }
  return (
    <Modal
      open
      title={t('customer.create')}
      footer={null}
      onCancel={onCancel}
      width={720}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={fieldsWith(customerFields(t, extra), reason, duplicates.length > 0, refused)}
        initial={{ kind: 'company', ...initial }}
        {...(initial === undefined ? { draft: 'customer.new' } : {})}
        below={(field) =>
          (field === 'name' || (refused && field === 'mail_domain')) && (
            <DuplicateWarning duplicates={duplicates} />
          )
        }
        submitLabel={t('customer.save')}
        pending={create.isPending}
        problem={create.error}
        onChange={(values) => setProbe({ name: typed(values.name), credit_code: typed(values.credit_code) })}
        onSubmit={async (values) => onDone(await create.mutateAsync({ body: creation(values) }))}
        onCancel={onCancel}
      />
    </Modal>
  )
}

/** The reason stands beside the name while it is typed; once the server asked for it, where its reader stands: at the end. */
function fieldsWith(
  fields: SheetField[],
  reason: SheetField,
  alike: boolean,
  refused: boolean,
): SheetField[] {
  if (refused) return [...fields, reason]
  return alike ? [...fields.slice(0, 1), reason, ...fields.slice(1)] : fields
}

interface EditProps {
  customer: Customer
  onDone: () => void
}

export function EditCustomerDialog({ customer, onDone }: EditProps) {
  const { t } = useTranslation()
  const update = useUpdateCustomer()
  const extra = useExtra('customer')
  const save = (values: Values) =>
    update.mutateAsync({
      params: { path: { id: customer.id }, header: ifMatch(customer.version) },
      body: changes(values, customer),
    })
  return (
    <Modal
      open
      title={t('customer.edit')}
      footer={null}
      onCancel={onDone}
      width={720}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={customerFields(t, extra)}
        initial={valuesOf(customer, extra)}
        submitLabel={t('customer.save')}
        pending={update.isPending}
        problem={update.error}
        onSubmit={async (values) => {
          await save(values)
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

const typed = (value: unknown) => (typeof value === 'string' ? value : '')
