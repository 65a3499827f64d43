import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { InstantText } from '~/ui/InstantText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import { open, sharedQuery } from './api'

/** What somebody outside sees behind a link that was given to them. */
export function SharedPage() {
  const { token } = useParams({ from: '/public/p/shared/$token' })
  const { t } = useTranslation()
  usePageTitle(t('export.sharedTitle'))
  const shared = useQuery({ ...sharedQuery(token), retry: false })
  const read = useMutation({ mutationFn: () => open(token) })
  if (shared.isPending) return <PageSkeleton rows={3} />
  if (shared.error !== null) {
    return (
      <Result status="info" title={<h1>{t('export.over.title')}</h1>} subTitle={t('export.over.detail')} />
    )
  }
  const { company, recipient, ends_at } = shared.data
  return (
    <>
      <h1>{t('export.sharedTitle')}</h1>
      <p>{t('export.sharedBy', { company, recipient })}</p>
      {ends_at && (
        <p className="x-muted">
          {t('export.ends')} <InstantText at={ends_at} />
        </p>
      )}
      <p className="x-muted">{t('export.sharedNote')}</p>
      <ProblemAlert problem={read.error} />
      <Button type="primary" loading={read.isPending} onClick={() => read.mutate()}>
        {t('export.download')}
      </Button>
    </>
  )
}
