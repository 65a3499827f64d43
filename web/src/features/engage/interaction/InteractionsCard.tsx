import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { Card } from '~/ui/Card'
import { ConfirmReason } from '~/ui/ConfirmReason'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { projectAddress } from '../addresses'
import { MoreButton } from '../MoreButton'
import { Texts } from '../Texts'
import { usePages } from '../usePages'
import {
  type Interaction,
  keyOf,
  loadInteractions,
  type Of,
  openInquiriesQuery,
  useCancelInteraction,
  useRegisterInteraction,
} from './api'
import { InteractionDialog } from './InteractionDialog'
import styles from './InteractionsCard.module.css'

interface Props {
  customer: string
  /** Only what names this project. */
  project?: string | undefined
  /** The open panel, as the address says: `interaction`, `interaction-plan` or `interaction-<id of the plan>`. */
  panel: string | undefined
  onPanel: (panel: string) => void
  onClose: () => void
}

const RECORD = 'interaction'
const PLAN = 'interaction-plan'

/** How the company and a customer met: what was held, and what is planned. */
export function InteractionsCard({ customer, project, panel, onPanel, onClose }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const of: Of =
    project === undefined ? { field: 'customer', value: customer } : { field: 'project', value: project }
  const pages = usePages(keyOf(of), (cursor) => loadInteractions(of, cursor))
  const { error, isPending, refetch } = pages
  const items = pages.rows ?? []
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
      {pages.rows !== undefined && items.length === 0 && (
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
      <MoreButton pages={pages} />
      {panel === RECORD && <InteractionDialog customer={customer} project={project} onDone={onClose} />}
      {panel === PLAN && <InteractionDialog customer={customer} project={project} planned onDone={onClose} />}
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
  const [registering, setRegistering] = useState(false)
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
          {can.register && interaction.inbound && (
            <Button type="link" size="small" onClick={() => setRegistering((now) => !now)}>
              {t('interaction.register')}
            </Button>
          )}
          {can.cancel && (
            <Button type="link" size="small" onClick={() => setCancelling(true)}>
              {t('interaction.cancel')}
            </Button>
          )}
        </span>
      </div>
      <Who interaction={interaction} />
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
      {registering && can.register && (
        <Register interaction={interaction} onDone={() => setRegistering(false)} />
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

/** Who took part, and what it was about. */
function Who({ interaction: { contacts, members, project_id, inquiry_id } }: { interaction: Interaction }) {
  const { t } = useTranslation()
  const named = [...contacts, ...members].map(({ name }) => name).filter(Boolean)
  if (named.length === 0 && !project_id && !inquiry_id) return null
  return (
    <p className="x-muted">
      {named.length > 0 && t('interaction.with', { names: named.join('、') })}{' '}
      {project_id && <Link to={projectAddress(project_id)}>{t('interaction.field.project_id')}</Link>}{' '}
      {inquiry_id && (
        <Link to="/inquiries/$id" params={{ id: inquiry_id }}>
          {t('interaction.field.inquiry_id')}
        </Link>
      )}
    </p>
  )
}

/** Puts a call that nobody had registered into an open inquiry of the customer's. */
function Register({ interaction, onDone }: { interaction: Interaction; onDone: () => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(openInquiriesQuery(interaction.customer_id, true))
  const register = useRegisterInteraction()
  const options = (data?.items ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }))
  return (
    <div>
      <Select
        aria-label={t('interaction.field.inquiry_id')}
        placeholder={t('interaction.field.inquiry_id')}
        options={options}
        loading={register.isPending}
        notFoundContent={t('interaction.noInquiry')}
        style={wide}
        onChange={(inquiry: string) =>
          register.mutate(
            { params: { path: { id: interaction.id } }, body: { inquiry_id: inquiry } },
            { onSuccess: onDone },
          )
        }
      />
      <ProblemAlert problem={register.error} />
    </div>
  )
}

const wide = { minWidth: 240 }

function Said({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation()
  const fields = ['needs', 'feedback', 'next_action'] as const
  const said = fields.filter((field) => interaction[field])
  if (said.length === 0) return null
  return <Texts lines={said.map((field) => [t(`interaction.field.${field}`), interaction[field]])} />
}

const inset = { padding: '0 18px 18px' }
