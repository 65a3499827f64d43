import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { useReadAll } from './api'

/** Takes the mark off everything but what must be read one by one, and says so when that is all that is left. */
export function ReadAll({ unread }: { unread: number }) {
  const { t } = useTranslation()
  const readAll = useReadAll()
  if (unread === 0) return null
  if (readAll.data !== undefined && readAll.data.unread >= unread)
    return <span className="x-muted">{t('notification.mustRead', { count: unread })}</span>
  return (
    <>
      <ProblemAlert problem={readAll.error} />
      <Button size="small" loading={readAll.isPending} onClick={() => readAll.mutate({})}>
        {t('notification.readAll')}
      </Button>
    </>
  )
}
