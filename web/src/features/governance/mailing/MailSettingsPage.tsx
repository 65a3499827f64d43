import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '~/ui/usePageTitle'
import { CalendarCard } from './CalendarCard'
import { MailCard } from './MailCard'
import styles from './mailing.module.css'

/** What reaches one outside the product: mails, and one's dues in one's own calendar. */
export function MailSettingsPage() {
  const { t } = useTranslation()
  usePageTitle(t('mailing.title'))
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1>{t('mailing.title')}</h1>
        <Link to="/notifications">{t('notification.all')}</Link>
      </header>
      <MailCard />
      <CalendarCard />
    </div>
  )
}
