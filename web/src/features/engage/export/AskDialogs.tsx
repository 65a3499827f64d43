import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField, Values } from '~/ui/sheet/sheet'
import { useAskExport, useAskShare } from './api'

const reason = (t: TFunction): SheetField => ({
  id: 'reason',
  name: t('export.reason'),
  type: 'text',
  long: true,
  required: true,
  limit: 2000,
  help: t('export.reasonHelp'),
})
const confidential = (t: TFunction): SheetField => ({
  id: 'confidential',
  name: t('export.confidential'),
  type: 'flag',
  help: t('export.confidentialHelp'),
})
const said = (values: Values, id: string) => String(values[id] ?? '').trim()

interface ExportProps {
  filter: string | undefined
  words: string | undefined
  onCancel: () => void
}

/** Asks for a file of the customers that the list shows. */
export function ExportDialog({ filter, words, onCancel }: ExportProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const ask = useAskExport()
  return (
    <Modal open title={t('export.ask')} footer={null} onCancel={onCancel} mask={{ closable: false }}>
      <p className="x-muted">{t(filter || words ? 'export.ofFilter' : 'export.ofAll')}</p>
      <FormSheet
        fields={[reason(t), confidential(t)]}
        submitLabel={t('export.ask')}
        pending={ask.isPending}
        problem={ask.error}
        onSubmit={async (values) => {
          const run = await ask.mutateAsync({
            body: {
              filter: filter ?? null,
              words: words ?? null,
              reason: said(values, 'reason'),
              confidential: values.confidential === true,
            },
          })
          await navigate({ to: '/exports/$id', params: { id: run.id } })
        }}
        onCancel={onCancel}
      />
    </Modal>
  )
}

/** Asks to give a customer's data to somebody outside. */
export function ShareDialog({ customer, onCancel }: { customer: string; onCancel: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const ask = useAskShare()
  return (
    <Modal open title={t('export.share')} footer={null} onCancel={onCancel} mask={{ closable: false }}>
      <FormSheet
        fields={[
          { id: 'recipient', name: t('export.recipient'), type: 'text', required: true, limit: 200 },
          reason(t),
          { id: 'ends_on', name: t('export.endsOn'), type: 'date', required: true },
          confidential(t),
        ]}
        submitLabel={t('export.share')}
        pending={ask.isPending}
        problem={ask.error}
        onSubmit={async (values) => {
          const run = await ask.mutateAsync({
            params: { path: { id: customer } },
            body: {
              recipient: said(values, 'recipient'),
              reason: said(values, 'reason'),
              ends_on: said(values, 'ends_on'),
              confidential: values.confidential === true,
            },
          })
          await navigate({ to: '/exports/$id', params: { id: run.id } })
        }}
        onCancel={onCancel}
      />
    </Modal>
  )
}
