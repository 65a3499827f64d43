import { useTranslation } from 'react-i18next'
import type { Milestone } from './api'

/** How far a milestone is from what was promised first. */
export function SlipText({
  milestone: { slip_days, state },
}: {
  milestone: Pick<Milestone, 'slip_days' | 'state'>
}) {
  const { t } = useTranslation()
  if (state === 'cancelled') return <span className="x-muted">{t('plan.cancelled')}</span>
  if (slip_days === null || slip_days === undefined) {
    return <span className="x-muted">{state === 'reached' ? t('plan.reached') : t('plan.noBaseline')}</span>
  }
  if (slip_days > 0) return <span className="x-near">{t('plan.late', { count: slip_days })}</span>
  if (slip_days < 0) return <span className="x-kept">{t('plan.early', { count: -slip_days })}</span>
  return <span className="x-kept">{t('plan.onTime')}</span>
}
