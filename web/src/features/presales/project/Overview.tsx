import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useSession } from '~/api/session'
import { Card } from '~/ui/Card'
import { ConfirmReason } from '~/ui/ConfirmReason'
import { GateChecklist } from '~/ui/GateChecklist'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { milestonesQuery } from '../plan/api'
import { SlipText } from '../plan/SlipText'
import { gateQuery, type Project, useExempt } from './api'
import { OriginCard } from './OriginCard'
import styles from './project.module.css'
import { shownExtra } from './sheet'
import { nameOfStage } from './stages'

interface Props {
  project: Project
  onTab: (tab: string) => void
}

export function Overview({ project, onTab }: Props) {
  const { t } = useTranslation()
  const { goal, notes, inquiry, lead, outcome, reason_name, reason_words, won_on, margin_percent } = project
  const texts = [
    ['goal', goal],
    ['notes', notes],
    ['margin_percent', typeof margin_percent === 'number' ? `${margin_percent}%` : undefined],
    ['won_on', won_on],
    ['reason', reason_name ? [reason_name, reason_words].filter(Boolean).join(' · ') : undefined],
  ] as const
  const told = texts.filter(([, text]) => Boolean(text))
  return (
    <>
      {(project.state === 'active' || outcome === undefined || outcome === null) && (
        <Gate project={project} />
      )}
      <Card title={t('project.about')}>
        {told.length === 0 && !inquiry && !lead && <p className="x-muted">{t('project.nothingTold')}</p>}
        <dl className={styles.texts}>
          {told.map(([key, text]) => (
            <div key={key}>
              <dt className="x-muted">{t(`project.field.${key}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          {project.fields.map(({ id, name }) => {
            const value = shownExtra(project.extra[id])
            return (
              value !== '' && (
                <div key={id}>
                  <dt className="x-muted">{name}</dt>
                  <dd>{value}</dd>
                </div>
              )
            )
          })}
          {inquiry && (
            <div>
              <dt className="x-muted">{t('project.fromInquiry')}</dt>
              <dd>
                <Link to="/inquiries/$id" params={{ id: inquiry.id }}>
                  {inquiry.number} {inquiry.title}
                </Link>
              </dd>
            </div>
          )}
          {lead && (
            <div>
              <dt className="x-muted">{t('project.fromLead')}</dt>
              <dd>
                <Link to="/leads/$id" params={{ id: lead.id }}>
                  {lead.number} {lead.title}
                </Link>
              </dd>
            </div>
          )}
        </dl>
      </Card>
      {inquiry && <OriginCard inquiry={inquiry} />}
      <Milestones project={project} onTab={onTab} />
    </>
  )
}

/** What the next stage asks for: each item, who supplies it, and the way to do it. */
function Gate({ project }: { project: Project }) {
  const { t } = useTranslation()
  const may = useMay()
  const me = useSession().member.id
  const gate = useQuery(gateQuery(project.id))
  const exempt = useExempt()
  const [asking, setAsking] = useState(false)
  if (gate.error !== null) return <ProblemAlert problem={gate.error} onRetry={() => gate.refetch()} />
  if (gate.data === undefined) {
    return (
      <Card>
        <Skeleton active title={false} />
      </Card>
    )
  }
  const { to, items } = gate.data
  if (!to) return null
  const missing = items.filter(({ met }) => !met).length
  const stage = nameOfStage(project, to)
  // Whoever is named on it may ask; others need the right.
  const named =
    project.owner?.id === me || project.team.some(({ member, until_at }) => member.id === me && !until_at)
  const exemptible = items.some((item) => !item.met && item.exemptible) && (named || may('gate.exempt'))
  return (
    <Card
      title={
        missing > 0 ? t('project.gate.missing', { stage, count: missing }) : t('project.gate.open', { stage })
      }
      extra={
        exemptible && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('project.gate.exempt')}
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <p className="x-muted">{t('project.gate.nothing')}</p>
      ) : (
        <GateChecklist items={items} />
      )}
      {exempt.isSuccess && (
        <p role="status" className="x-kept">
          {t('project.gate.asked')}
        </p>
      )}
      {asking && (
        <ConfirmReason
          title={t('project.gate.exempt')}
          explanation={t('project.gate.exemptMeans')}
          confirmLabel={t('project.gate.ask')}
          pending={exempt.isPending}
          problem={exempt.error}
          onConfirm={(reason) =>
            exempt.mutate(
              { body: { subject: { kind: 'project', id: project.id }, point: `stage:${to}`, reason } },
              { onSuccess: () => setAsking(false) },
            )
          }
          onCancel={() => setAsking(false)}
        />
      )}
    </Card>
  )
}

function Milestones({ project, onTab }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery(milestonesQuery(project.id))
  if (!data || data.items.length === 0) return null
  return (
    <Card
      title={t('plan.milestones')}
      extra={
        <Button type="link" size="small" onClick={() => onTab('plan')}>
          {t('project.tab.plan')}
        </Button>
      }
      flush
    >
      <ul className={styles.rows}>
        {data.items.map((one) => (
          <li key={one.id}>
            <span>{one.title}</span>
            <span className={styles.buttons}>
              <span className="x-muted">{one.reached_on ?? one.due_on ?? '–'}</span>
              <SlipText milestone={one} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
