import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { memberSources } from '../people'
import { type Customer, useTransferCustomer } from './api'

/** Gives the customer to another owner. */
export function TransferDialog({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const { t } = useTranslation()
  const transfer = useTransferCustomer()
  return (
    <Modal open title={t('customer.transfer')} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={[
          { id: 'to', name: t('customer.transferTo'), type: 'member', required: true },
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
        sources={memberSources}
        submitLabel={t('customer.transfer')}
        pending={transfer.isPending}
        problem={transfer.error}
        onSubmit={async ({ to, reason }) => {
          await transfer.mutateAsync({
            params: { path: { id: customer.id } },
            body: { to: String(to), reason: String(reason ?? '') },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
