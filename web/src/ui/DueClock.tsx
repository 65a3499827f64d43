import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCompany } from './company'
import styles from './DueClock.module.css'
import { useNow } from './now'
import { clockTime, daysBetween, fullInstant, HOUR, hoursAndMinutes, shortDate, weekday } from './time'

interface Props {
  /** The instant in UTC, or null when nothing limits it. */
  at: string | null | undefined
  /** How the due time came about, in words of the server. */
  why?: string | null | undefined
}

const TRIGGER: ('hover' | 'focus')[] = ['hover', 'focus']

/** A due time that counts down by itself, and says on hover or focus how it came about. */
export function DueClock({ at, why }: Props) {
  const { t, i18n } = useTranslation()
  const { zone } = useCompany()
  const now = useNow()
  if (at === null || at === undefined) return <span className="x-muted">{t('due.none')}</span>

  const due = Date.parse(at)
  const left = due - now
  const tone = left < 0 ? 'x-late' : left <= HOUR ? 'x-near' : ''
  const full = fullInstant(due, zone)
  return (
    <Tooltip
      trigger={TRIGGER}
      title={<span className={styles.why}>{[full, why].filter(Boolean).join('\n')}</span>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reached by keyboard. */}
      <time dateTime={at} className={`${styles.clock} ${tone}`} tabIndex={0}>
        {wordsOf(left)}
      </time>
    </Tooltip>
  )

  function wordsOf(left: number): string {
    const { hours, minutes } = hoursAndMinutes(left)
    const length =
      hours === 0 ? t('due.minutes', { minutes }) : t('due.hours', { hours, minutes: padded(minutes) })
    if (left < 0) return left > -24 * HOUR ? t('due.over', { length }) : t('due.since', { when: day() })
    if (left <= 4 * HOUR) return t('due.left', { length })
    return day()
  }

  function day(): string {
    const time = clockTime(due, zone)
    const days = daysBetween(now, due, zone)
    if (days === 0) return time
    if (days === 1) return t('due.tomorrow', { time })
    if (days === -1) return t('due.yesterday', { time })
    if (days > 1 && days < 7) return `${weekday(due, i18n.language, zone)} ${time}`
    return `${shortDate(due, now, zone)} ${time}`
  }
}

const padded = (number: number) => String(number).padStart(2, '0')
