import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { Inquiry } from '../inquiry/api'
import { oneOf, textOf } from '../inquiry/sheet'
import { memberSources } from '../people'
import { INTENTS, useOfferHandover } from './api'

/** Offers the needs that an inquiry brought to light to somebody in sales. */
export function OfferDialog({ inquiry, onDone }: { inquiry: Inquiry; onDone: () => void }) {
  const { t } = useTranslation()
  const offer = useOfferHandover()
  return (
    <Modal
      open
      title={t('handover.offer')}
      footer={null}
      onCancel={onDone}
      width={560}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={[
          { id: 'to', name: t('handover.to'), type: 'member', required: true },
          {
            id: 'intent',
            name: t('handover.intentLabel'),
            type: 'choice',
            required: true,
            choices: INTENTS.map((id) => ({ id, name: t(`handover.intent.${id}`) })),
          },
          {
            id: 'summary',
            name: t('handover.summary'),
            type: 'text',
            long: true,
            required: true,
            limit: 10_000,
            help: t('handover.summaryHelp'),
          },
        ]}
        initial={{ intent: 'medium', summary: inquiry.needs ?? inquiry.question ?? null }}
        draft={`handover.${inquiry.id}`}
        sources={memberSources}
        submitLabel={t('handover.offer')}
        pending={offer.isPending}
        problem={offer.error}
        onSubmit={async (values) => {
          await offer.mutateAsync({
            params: { path: { id: inquiry.id } },
            body: {
              to: textOf(values.to) ?? '',
              intent: oneOf(INTENTS, values.intent) ?? 'medium',
              summary: textOf(values.summary) ?? '',
            },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
