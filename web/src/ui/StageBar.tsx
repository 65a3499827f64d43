import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import styles from './StageBar.module.css'
import { StageTime } from './StageTime'

export interface BarStage {
  id: string
  name: string
  state: 'past' | 'current' | 'future'
  /** Working days spent there. */
  spent_days?: number | null | undefined
  /** Working days that it may take. */
  limit_days?: number | null | undefined
}

/** Where a record stands in its lifecycle, with the time spent in each stage against its limit. */
export function StageBar({ stages }: { stages: readonly BarStage[] }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a bar that scrolls must scroll by keyboard too.
    <ol className={styles.bar} aria-label={t('stage.bar')} tabIndex={0}>
      {stages.map((stage, index) => (
        <li
          key={stage.id}
          className={`${styles.stage} ${styles[stage.state]}`}
          ref={stage.state === 'current' ? bringIntoView : undefined}
          aria-current={stage.state === 'current' ? 'step' : undefined}
        >
          <span className={styles.mark}>
            {stage.state === 'past' ? <CheckOutlined aria-label={t('stage.done')} /> : index + 1}
          </span>
          <span className={styles.words}>
            <span className={styles.name}>{stage.name}</span>
            {stage.state !== 'future' && <Spent stage={stage} />}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** On a narrow screen the bar scrolls; it begins where the record stands. */
function bringIntoView(stage: HTMLLIElement | null) {
  const bar = stage?.parentElement
  if (stage && bar)
    bar.scrollLeft = stage.offsetLeft - bar.offsetLeft - (bar.clientWidth - stage.offsetWidth) / 2
}

function Spent({ stage: { state, spent_days, limit_days } }: { stage: BarStage }) {
  const { t } = useTranslation()
  if (spent_days === null || spent_days === undefined) return null
  if (state === 'past') return <span className="x-muted">{t('stage.days', { count: spent_days })}</span>
  return <StageTime spent={spent_days} limit={limit_days} />
}
