import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './pages.module.css'
import { useNewRelease } from './release'

/** Another release is there: its reader says when. */
export function ReleaseNotice() {
  const { t } = useTranslation()
  if (!useNewRelease()) return null
  return (
    <p role="status" className={`x-banner ${styles.release}`}>
      {t('release.there')}
      <Button size="small" onClick={() => window.location.reload()}>
        {t('release.reload')}
      </Button>
    </p>
  )
}
