import { useTranslation } from 'react-i18next'
import { useCompany } from './company'
import { useNow } from './now'
import { clockTime, daysBetween, fullInstant, shortDate } from './time'

interface Props {
  /** The instant in UTC. */
  at: string | null | undefined
  /** Leaves the time of the day out unless it is today. */
  day?: boolean
}

/** When something was, in the company's zone: `今天 09:26`, `昨天 16:40`, `11-05 14:18`; in full on hover. */
export function InstantText({ at, day = false }: Props) {
  const { t } = useTranslation()
  const { zone } = useCompany()
  const now = useNow()
  if (at === null || at === undefined) return <span className="x-muted">–</span>
  const moment = Date.parse(at)
  return (
    <time dateTime={at} title={`${fullInstant(moment, zone)} (${zone})`}>
      {words(moment)}
    </time>
  )

  function words(moment: number): string {
    const time = clockTime(moment, zone)
    const date = shortDate(moment, now, zone)
    switch (daysBetween(now, moment, zone)) {
      case 0:
        return t('instant.today', { time })
      case -1:
        return t('instant.yesterday', { time })
      default:
        return day ? date : `${date} ${time}`
    }
  }
}
