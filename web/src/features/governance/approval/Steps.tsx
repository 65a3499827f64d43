import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { DueClock } from '~/ui/DueClock'
import { InstantText } from '~/ui/InstantText'
import { StateTag, type Tone } from '~/ui/StateTag'
import type { Step } from './api'
import styles from './approval.module.css'

const TONES: Record<string, Tone> = { open: 'accent', passed: 'kept', returned: 'near', rejected: 'late' }

/** Who decides in which order, what they said, what they asked for. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('approval.steps')}>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <li key={step.id} aria-current={step.state === 'open' ? 'step' : undefined}>
            <div className={styles.stepHead}>
              <strong>{step.name ?? t('approval.step', { number: step.place + 1 })}</strong>
              <StateTag tone={TONES[step.state] ?? 'plain'}>{t(`approval.stepState.${step.state}`)}</StateTag>
              {step.round !== steps[at - 1]?.round && step.round > 1 && (
                <span className="x-muted">{t('approval.round', { number: step.round })}</span>
              )}
              {step.state === 'open' && <DueClock at={step.due_at} />}
            </div>
            <p className="x-muted">
              {step.deciders.length > 1 && t(`approval.mode.${step.mode}`, { count: step.at_least ?? 0 })}
            </p>
            <ul className={styles.deciders}>
              {step.deciders.map((one) => (
                <li key={one.id}>
                  <span className={styles.stepHead}>
                    {one.person.name}
                    <span className="x-muted">{t(`approval.decider.${one.state}`)}</span>
                    {one.decided_at && (
                      <span className="x-muted">
                        <InstantText at={one.decided_at} />
                      </span>
                    )}
                    {one.decided_by && (
                      <span className="x-muted">{t('approval.by', { name: one.decided_by.name })}</span>
                    )}
                  </span>
                  {one.words && <p className={styles.words}>{one.words}</p>}
                  {one.conditions.map((condition) => (
                    <p key={condition.what} className="x-near">
                      {t('approval.condition', {
                        what: condition.what,
                        who: condition.owner?.name ?? '',
                        day: condition.due_on ?? '',
                      })}
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  )
}
