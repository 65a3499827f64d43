import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { Card } from '~/ui/Card'
import { ConfirmReason } from '~/ui/ConfirmReason'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { Texts } from '../Texts'
import { type Interaction, interactionsQuery, useCancelInteraction } from './api'
import { InteractionDialog } from './InteractionDialog'
import styles from './InteractionsCard.module.css'

interface Props {
  customer: string
  /** The open panel, as the address says: `interaction`, `interaction-plan` or `interaction-<id of the plan>`. */
  panel: string | undefined
  onPanel: (panel: string) => void
  onClose: () => void
}

const RECORD = 'interaction'
const PLAN = 'interaction-plan'

/** How the company and a customer met: what was held, and what is planned. */
export function InteractionsCard({ customer, panel, onPanel, onClose }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, isPending, refetch } = useQuery(interactionsQuery(customer))
  const items = data?.items ?? []
  const kept = items.find(({ id }) => panel === `${RECORD}-${id}`)
  const add = may('interaction.record') && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => onPanel(RECORD)}>
      {t('interaction.record')}
    </Button>
  )
  const plan = may('interaction.plan') && (
    <Button type="text" onClick={() => onPanel(PLAN)}>
      {t('interaction.plan')}
    </Button>
  )
  return (
    <Card
      title={t('interaction.title')}
      extra={
        <>
          {plan} {items.length > 0 && add}
        </>
      }
      flush
    >
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      {isPending && <Skeleton active title={false} style={inset} />}
      {data !== undefined && items.length === 0 && (
        <EmptyState title={t('interaction.empty.title')} action={add}>
          {t('interaction.empty.detail')}
        </EmptyState>
      )}
      <ul>
        {items.map((interaction) => (
          <InteractionRow
            key={interaction.id}
            interaction={interaction}
            onRecord={() => onPanel(`${RECORD}-${interaction.id}`)}
          />
        ))}
      </ul>
      {panel === RECORD && <InteractionDialog customer={customer} onDone={onClose} />}
      {panel === PLAN && <InteractionDialog customer={customer} planned onDone={onClose} />}
      {kept?.can.record && (
        <InteractionDialog key={kept.id} customer={customer} keeps={kept} onDone={onClose} />
      )}
    </Card>
  )
}

const TONES: Record<Interaction['state'], Tone> = { planned: 'accent', recorded: 'plain', cancelled: 'plain' }

export function InteractionRow({
  interaction,
  onRecord,
}: {
  interaction: Interaction
  onRecord: () => void
}) {
  const { t } = useTranslation()
  const [cancelling, setCancelling] = useState(false)
  const cancel = useCancelInteraction()
  const { kind, state, can, owner, promises } = interaction
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={styles.kind}>{t(`interaction.kind.${kind}`)}</span>
        {state !== 'recorded' && <StateTag tone={TONES[state]}>{t(`interaction.state.${state}`)}</StateTag>}
        <span className="x-muted">
          <InstantText at={interaction.happened_at ?? interaction.planned_at} />
          {owner && ` · ${owner.name}`}
        </span>
        <span className={styles.actions}>
          {can.record && (
            <Button type="link" size="small" onClick={onRecord}>
              {t('interaction.record')}
            </Button>
          )}
          {can.cancel && (
            <Button type="link" size="small" onClick={() => setCancelling(true)}>
              {t('interaction.cancel')}
            </Button>
          )}
        </span>
      </div>
      {interaction.content && <p className={styles.content}>{interaction.content}</p>}
      <Said interaction={interaction} />
      {promises.length > 0 && (
        <ul className={styles.promises} aria-label={t('interaction.field.promises')}>
          {promises.map((promise) => (
            <li key={`${promise.what} ${promise.due_on}`}>
              {promise.what}{' '}
              <span className="x-muted">{t('interaction.until', { day: promise.due_on })}</span>
            </li>
          ))}
        </ul>
      )}
      {cancelling && (
        <ConfirmReason
          title={t('interaction.cancel')}
          confirmLabel={t('interaction.cancel')}
          pending={cancel.isPending}
          problem={cancel.error}
          onCancel={() => setCancelling(false)}
          onConfirm={(reason) =>
            cancel.mutate(
              { params: { path: { id: interaction.id } }, body: { reason } },
              { onSuccess: () => setCancelling(false) },
            )
          }
        />
      )}
    </li>
  )
}

function Said({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation()
  const fields = ['needs', 'feedback', 'next_action'] as const
  const said = fields.filter((field) => interaction[field])
  if (said.length === 0) return null
  return <Texts lines={said.map((field) => [t(`interaction.field.${field}`), interaction[field]])} />
}

const inset = { padding: '0 18px 18px' }
