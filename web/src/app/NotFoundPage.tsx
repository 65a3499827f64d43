import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/ui/EmptyState'
import styles from './pages.module.css'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <main className={styles.message}>
      <EmptyState
        page
        title={t('page.notFound.title')}
        action={<Link to="/workbench">{t('page.notFound.home')}</Link>}
      >
        {t('page.notFound.detail')}
      </EmptyState>
    </main>
  )
}
