import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { DueClock } from '~/ui/DueClock'
import { InstantText } from '~/ui/InstantText'
import { RecordPage } from '~/ui/RecordPage'
import { StateTag } from '~/ui/StateTag'
import { obligationQuery } from './api'
import { ObligationActions } from './ObligationActions'
import styles from './ObligationPage.module.css'
import { ObligationStateTag } from './ObligationStateTag'

/** What is owed: whose it is and was, until when, and how that came about. */
export function ObligationPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/shell/obligations/$id' })
  const { data: one } = useSuspenseQuery(obligationQuery(id))
  const { subject, history } = one
  return (
    <RecordPage
      number={subject.number}
      name={one.name}
      tags={
        <>
          <ObligationStateTag obligation={one} />
          {one.paused && <StateTag tone="near">{t('obligation.paused')}</StateTag>}
          {one.key_step && <StateTag>{t('obligation.keyStep')}</StateTag>}
        </>
      }
      facts={[
        {
          label: t('obligation.about'),
          value: subject.address ? (
            <Link to={subject.address}>{[subject.number, subject.title].filter(Boolean).join(' · ')}</Link>
          ) : (
            subject.title
          ),
        },
        { label: t('obligation.owed'), value: one.people.map(({ name }) => name).join(comma()) || '–' },
        {
          label: t('obligation.due'),
          value:
            one.state === 'open' && !one.paused ? (
              <DueClock at={one.due_at} why={one.why} />
            ) : (
              <InstantText at={one.due_at} />
            ),
        },
        { label: t('obligation.opened'), value: <InstantText at={one.opened_at} /> },
        ...(one.closed_at
          ? [{ label: t('obligation.closed'), value: <InstantText at={one.closed_at} /> }]
          : []),
        ...(history && history.needed > 1
          ? [{ label: t('obligation.progress'), value: `${history.progress} / ${history.needed}` }]
          : []),
      ]}
      actions={<ObligationActions obligation={one} primary />}
    >
      <Card title={t('obligation.why')}>
        <p>{one.why}</p>
        {history?.note && <p>{history.note}</p>}
        {history?.before.map((former) => (
          <p key={former.until} className="x-muted">
            {t('obligation.before')} <InstantText at={former.due_at} /> · {former.why}
          </p>
        ))}
      </Card>
      {history && history.confirmations.length > 0 && (
        <Card title={t('obligation.confirmations')} flush>
          <ul className={styles.rows}>
            {history.confirmations.map(({ id, state, refused, by, words, at }) => (
              <li key={id}>
                <span>
                  {by?.name} {words}
                </span>
                <span className="x-muted">
                  {t(`obligation.confirmed.${refused ? 'refused' : state}`)} · <InstantText at={at} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('obligation.people')} flush>
        <ul className={styles.rows}>
          {history?.shares.map(({ person, role, state, why, from_at }) => (
            <li key={`${person.id} ${from_at} ${role}`}>
              <span>{person.name}</span>
              <span className="x-muted">
                {t(`obligation.share.${state}`)} · {t(`obligation.because.${why}`)} ·{' '}
                <InstantText at={from_at} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </RecordPage>
  )
}
