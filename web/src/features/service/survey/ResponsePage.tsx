import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { problemOf } from '~/api/problem'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { usePageTitle } from '~/ui/usePageTitle'
import { type Form, publicFormQuery, useAnswerForm } from './api'
import { answers, fieldsOf, valuesOf } from './sheet'

/** What the customer sees behind the link that came after an inquiry was closed. */
export function ResponsePage() {
  const { token } = useParams({ from: '/public/p/response/$token' })
  const { t } = useTranslation()
  const form = useQuery({ ...publicFormQuery(token), retry: false })
  usePageTitle(form.data?.name ?? t('response.title'))
  if (form.isPending) return <PageSkeleton rows={5} />
  if (form.error !== null) {
    const { status } = problemOf(form.error)
    if (status >= 400 && status < 500) {
      return (
        <Result
          status="info"
          title={<h1>{t('response.closed.title')}</h1>}
          subTitle={t('response.closed.detail')}
        />
      )
    }
    return <ProblemAlert problem={form.error} onRetry={() => form.refetch()} />
  }
  return <Sheet token={token} form={form.data} />
}

function Sheet({ token, form }: { token: string; form: Form }) {
  const { t } = useTranslation()
  const answer = useAnswerForm()
  if (answer.isSuccess) {
    return (
      <div role="status">
        <Result
          status="success"
          title={<h1>{t('response.done.title')}</h1>}
          subTitle={t('response.done.detail')}
        />
      </div>
    )
  }
  return (
    <>
      <h1>{form.name}</h1>
      <p className="x-muted">{t('response.purpose')}</p>
      <FormSheet
        fields={fieldsOf(form)}
        initial={valuesOf(form)}
        pointer="/fields"
        draft={`response.${token.slice(0, 12)}`}
        submitLabel={t('response.send')}
        pending={answer.isPending}
        problem={answer.error}
        onSubmit={async (values) => {
          await answer.mutateAsync({ params: { path: { token } }, body: { fields: answers(values) } })
        }}
      />
    </>
  )
}
