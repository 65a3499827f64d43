import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queryClient } from '~/api/client'
import { ProblemAlert } from '~/ui/ProblemAlert'
import styles from './pages.module.css'

/** A page whose loader or drawing failed: says so and tries again. */
export function FailedPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const retry = async () => {
    await queryClient.resetQueries({ predicate: (query) => query.state.status === 'error' })
    await router.invalidate()
  }
  return (
    <div className={styles.message}>
      <h1 className="x-hidden">{t('page.failed')}</h1>
      <ProblemAlert problem={error} onRetry={retry} />
    </div>
  )
}
