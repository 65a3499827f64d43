import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { Values } from '~/ui/sheet/sheet'
import { type Contact, useCreateContact, useUpdateContact } from './api'
import { contactChanges, contactFields, contactValues } from './sheet'

interface Props {
  customer: string
  /** The contact to be changed; without one, a new one is entered. */
  contact?: Contact | undefined
  onDone: () => void
}

export function ContactDialog({ customer, contact, onDone }: Props) {
  const { t } = useTranslation()
  const create = useCreateContact()
  const update = useUpdateContact()
  const save = (values: Values) =>
    contact === undefined
      ? create.mutateAsync({ params: { path: { id: customer } }, body: contactChanges(values) })
      : update.mutateAsync({
          params: { path: { id: contact.id }, header: ifMatch(contact.version) },
          body: contactChanges(values, contact),
        })
  const fields = contactFields(t, contact)
  return (
    <Modal
      open
      title={t(contact === undefined ? 'contact.create' : 'contact.edit')}
      footer={null}
      onCancel={onDone}
      width={560}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={fields}
        {...(contact === undefined
          ? { draft: `contact.new.${customer}` }
          : { initial: contactValues(contact) })}
        submitLabel={t('customer.save')}
        pending={create.isPending || update.isPending}
        problem={create.error ?? update.error}
        onSubmit={async (values) => {
          await save(values)
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
