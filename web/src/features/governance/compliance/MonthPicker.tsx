import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './compliance.module.css'
import { monthFrom } from './heat'

interface Props {
  /** `2026-11` */
  period: string
  onPeriod: (period: string) => void
}

/** Month by month. */
export function MonthPicker({ period, onPeriod }: Props) {
  const { t, i18n } = useTranslation()
  const style = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  const name = new Intl.DateTimeFormat(i18n.language, style).format(new Date(`${period}-01T00:00:00Z`))
  return (
    <span className={styles.month}>
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('compliance.before')}
        onClick={() => onPeriod(monthFrom(period, -1))}
      />
      <span aria-live="polite">{name}</span>
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t('compliance.after')}
        onClick={() => onPeriod(monthFrom(period, 1))}
      />
    </span>
  )
}
