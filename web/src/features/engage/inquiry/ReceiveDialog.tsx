import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { extraFields, extraOf, useExtra } from '~/features/governance/filing/extra'
import { Field } from '~/ui/Field'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField, Values } from '~/ui/sheet/sheet'
import { contactsQuery } from '../contact/api'
import { CustomerPicker } from '../customer/CustomerPicker'
import styles from '../engage.module.css'
import { CHANNELS, CLASSES, type Inquiry, PRIORITIES, useReceiveInquiry } from './api'
import { LANGUAGES, languageField, oneOf, textOf } from './sheet'

interface Props {
  onDone: (inquiry: Inquiry) => void
  onCancel: () => void
}

/** Registers what came in by phone, over the counter or any other way. */
export function ReceiveDialog({ onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const receive = useReceiveInquiry()
  const extra = useExtra('inquiry')
  const [customer, setCustomer] = useState<string | null>(null)
  const [now] = useState(() => new Date().toISOString())
  const { data: contacts } = useQuery({ ...contactsQuery(customer ?? ''), enabled: customer !== null })
  const field = (id: string, more: Partial<SheetField>): SheetField => ({
    id,
    name: t(`inquiry.field.${id}`),
    type: 'text',
    ...more,
  })
  const choice = (id: string, values: readonly string[], more: Partial<SheetField> = {}) =>
    field(id, {
      type: 'choice',
      choices: values.map((value) => ({ id: value, name: t(`inquiry.${id}.${value}`) })),
      ...more,
    })
  const live = contacts?.items.filter(({ archived_at }) => !archived_at) ?? []
  const known: SheetField[] =
    live.length === 0
      ? []
      : [
          field('contact_id', {
            type: 'choice',
            choices: live.map(({ id, name, position }) => ({
              id,
              name: position ? `${name}（${position}）` : name,
            })),
          }),
        ]
  const sender: SheetField[] = [
    field('sender_name', { limit: 100 }),
    field('sender_company', { limit: 200 }),
    field('sender_phone', { limit: 50 }),
    field('sender_email', { limit: 320 }),
  ]
  const fields: SheetField[] = [
    choice('channel', CHANNELS, { required: true }),
    ...(customer === null ? sender : known),
    field('question', { long: true, required: true, limit: 20_000 }),
    field('title', { limit: 200, help: t('inquiry.help.title') }),
    choice('class', CLASSES, { help: t('inquiry.help.class') }),
    choice('priority', PRIORITIES),
    languageField(t),
    ...extraFields(extra),
    field('received_at', { type: 'instant', help: t('inquiry.help.received_at') }),
  ]
  const bodyOf = (values: Values) => ({
    channel: oneOf(CHANNELS, values.channel) ?? 'phone',
    class: oneOf(CLASSES, values.class) ?? null,
    priority: oneOf(PRIORITIES, values.priority) ?? null,
    customer_id: customer,
    contact_id: textOf(values.contact_id),
    title: textOf(values.title),
    question: textOf(values.question),
    sender_name: textOf(values.sender_name),
    sender_company: textOf(values.sender_company),
    sender_email: textOf(values.sender_email),
    sender_phone: textOf(values.sender_phone),
    language: oneOf(LANGUAGES, values.language) ?? null,
    extra: extraOf(values),
    received_at: values.received_at === now ? null : textOf(values.received_at),
  })
  return (
    <Modal
      open
      title={t('inquiry.receive')}
      footer={null}
      onCancel={onCancel}
      width={680}
      mask={{ closable: false }}
    >
      <div className={styles.above}>
        <Field label={t('inquiry.field.customer_id')} help={t('inquiry.help.customer')}>
          {(attributes) => <CustomerPicker attributes={attributes} value={customer} onChange={setCustomer} />}
        </Field>
      </div>
      <FormSheet
        fields={fields}
        initial={{ channel: 'phone', received_at: now }}
        draft="inquiry.new"
        submitLabel={t('inquiry.register')}
        pending={receive.isPending}
        problem={receive.error}
        onSubmit={async (values) => onDone(await receive.mutateAsync({ body: bodyOf(values) }))}
        onCancel={onCancel}
      />
    </Modal>
  )
}
