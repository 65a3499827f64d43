import { useQuery } from '@tanstack/react-query'
import { Alert, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { comma } from '~/ui/comma'
import { Field } from '~/ui/Field'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import styles from '../engage.module.css'
import { type Customer, customerProjectsQuery, mergePreviewQuery, useMergeCustomer } from './api'
import { CustomerPicker } from './CustomerPicker'

interface Props {
  customer: Customer
  onDone: (into: string) => void
  onCancel: () => void
}

/** Merges a file into another: first shows what goes over and what becomes of the fields. */
export function MergeDialog({ customer, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const merge = useMergeCustomer()
  const [into, setInto] = useState<string | null>(null)
  return (
    <Modal
      open
      title={`${t('customer.merge.title')} · ${customer.name}`}
      footer={null}
      onCancel={onCancel}
      mask={{ closable: false }}
    >
      <Field label={t('customer.merge.into')} pointer="/into" problem={merge.error}>
        {(attributes) => (
          <CustomerPicker
            attributes={attributes}
            value={into}
            onChange={(picked) => setInto(picked === customer.id ? null : picked)}
          />
        )}
      </Field>
      {into !== null && <Preview from={customer.id} into={into} />}
      {into !== null && (
        <FormSheet
          fields={[
            {
              id: 'reason',
              name: t('reason.label'),
              type: 'text',
              long: true,
              required: true,
              limit: 500,
              help: t('reason.hint'),
            },
          ]}
          submitLabel={t('customer.merge.do')}
          pending={merge.isPending}
          problem={merge.error}
          onSubmit={async ({ reason }) => {
            await merge.mutateAsync({
              params: { path: { id: customer.id } },
              body: { into, reason: String(reason ?? '') },
            })
            onDone(into)
          }}
          onCancel={onCancel}
        />
      )}
    </Modal>
  )
}

function Preview({ from, into }: { from: string; into: string }) {
  const { t } = useTranslation()
  const preview = useQuery(mergePreviewQuery(from, into))
  const projects = useQuery(customerProjectsQuery(from))
  if (preview.error !== null) return <ProblemAlert problem={preview.error} />
  if (preview.data === undefined) return <Skeleton active title={false} className={styles.preview ?? ''} />
  const { moving, filled, kept } = preview.data
  const counts = [
    ...moving,
    ...(projects.data === undefined ? [] : [{ kind: 'project', count: projects.data.total.count }]),
  ].filter(({ count }) => count > 0)
  const names = (fields: readonly string[]) =>
    fields.map((field) => t(`customer.field.${field}`)).join(comma())
  return (
    <Alert
      className={styles.preview}
      type="info"
      title={
        counts.length === 0
          ? t('customer.merge.nothing')
          : t('customer.merge.moves', {
              what: counts
                .map(({ kind, count }) => `${t(`customer.merge.kind.${kind}`)} ${count}`)
                .join(comma()),
            })
      }
      description={
        <>
          {filled.length > 0 && <p>{t('customer.merge.filled', { fields: names(filled) })}</p>}
          {kept.length > 0 && <p>{t('customer.merge.kept', { fields: names(kept) })}</p>}
          <p>{t('customer.merge.undoable')}</p>
        </>
      }
    />
  )
}
