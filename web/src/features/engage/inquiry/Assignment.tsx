import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import styles from './Assignment.module.css'
import { type Candidate, candidatesQuery, type Inquiry, type Proposal, useAssignInquiry } from './api'
import { hoursOf, needWords, whyOf } from './proposal'
import { useSkillNames } from './skills'

interface Props {
  inquiry: Inquiry
  onPanel: (panel: string) => void
}

/** Who handles it and why this one; while nobody does, who could. */
export function Assignment({ inquiry, onPanel }: Props) {
  const { t } = useTranslation()
  const why = whyOf(inquiry.assigned_why)
  if (!inquiry.assignee) return <Proposals inquiry={inquiry} />
  return (
    <Card
      title={t('inquiry.why.title', { name: inquiry.assignee.name })}
      note={<InstantText at={inquiry.assigned_at} />}
      extra={
        inquiry.can.reassign && <Button onClick={() => onPanel('reassign')}>{t('inquiry.reassign')}</Button>
      }
      flush
    >
      {why === undefined ? (
        <p className={`x-muted ${styles.words}`}>{t('inquiry.why.unknown')}</p>
      ) : (
        <>
          <p className={styles.words}>
            {t(`inquiry.why.pick.${why.proposal.pick}`)}
            {why.reason && <span className="x-muted"> · {why.reason}</span>}
          </p>
          <Candidates proposal={why.proposal} />
        </>
      )}
    </Card>
  )
}

function Proposals({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation()
  const { data: proposal, error, refetch } = useQuery(candidatesQuery(inquiry.id))
  const assign = useAssignInquiry()
  const give = (to: string | null) => assign.mutate({ params: { path: { id: inquiry.id } }, body: { to } })
  return (
    <Card
      title={t('inquiry.why.candidates')}
      extra={
        inquiry.can.assign &&
        proposal?.chosen && (
          <Button loading={assign.isPending} onClick={() => give(null)}>
            {t('inquiry.assignByRule')}
          </Button>
        )
      }
      flush
    >
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      <ProblemAlert problem={assign.error} />
      {proposal === undefined && error === null && <Skeleton active title={false} style={inset} />}
      {proposal !== undefined && (
        <>
          <p className={`x-muted ${styles.words}`}>
            {t(
              proposal.candidates.length > 0
                ? `inquiry.why.rule.${proposal.pick}`
                : 'inquiry.why.classifyFirst',
            )}
          </p>
          <Candidates
            proposal={proposal}
            action={
              inquiry.can.assign
                ? ({ member, name }) => (
                    <Button
                      size="small"
                      disabled={assign.isPending}
                      aria-label={t('inquiry.assignTo', { name })}
                      onClick={() => give(member)}
                    >
                      {t('inquiry.assign')}
                    </Button>
                  )
                : undefined
            }
          />
        </>
      )}
    </Card>
  )
}

interface CandidatesProps {
  proposal: Proposal
  action?: ((candidate: Candidate) => ReactNode) | undefined
}

/** Those who were looked at, in the order in which they would be chosen. */
function Candidates({ proposal, action }: CandidatesProps) {
  const { t } = useTranslation()
  const nameOf = useSkillNames()
  return (
    <ol>
      {proposal.candidates.map((candidate) => (
        <li key={candidate.member} className={styles.candidate}>
          <span className={styles.name}>
            {candidate.name}
            {candidate.member === proposal.chosen && (
              <span className="x-kept"> {t('inquiry.why.chosen')}</span>
            )}
          </span>
          <span className={`x-muted ${styles.skills}`}>
            {candidate.skills.map(({ skill, level, until }) => (
              <span key={skill}>
                {t('inquiry.why.skill', { skill: nameOf(skill), level })}
                {until && ` ${t('inquiry.why.until', { day: until })}`}
              </span>
            ))}
            {candidate.lacks.map((need) => (
              <span key={need} className="x-near">
                {t('inquiry.why.lacks', { need: needWords(need, nameOf) })}
              </span>
            ))}
          </span>
          <Load candidate={candidate} />
          {action && <span className={styles.action}>{action(candidate)}</span>}
        </li>
      ))}
    </ol>
  )
}

function Load({ candidate: { load_percent, open, available_minutes } }: { candidate: Candidate }) {
  const { t } = useTranslation()
  if (load_percent === null || load_percent === undefined) {
    return <span className={`x-near ${styles.load}`}>{t('inquiry.why.away')}</span>
  }
  return (
    <span className={styles.load}>
      <span className={load_percent > 100 ? 'x-late' : ''}>
        {t('inquiry.why.load', { percent: load_percent })}
      </span>
      <span className="x-muted">
        {t('inquiry.why.loadHow', { count: open, hours: hoursOf(available_minutes) })}
      </span>
    </span>
  )
}

const inset = { padding: '0 18px 18px' }
