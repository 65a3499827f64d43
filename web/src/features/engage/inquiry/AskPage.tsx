import { Button, Result } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '~/api/client'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField, Values } from '~/ui/sheet/sheet'
import { usePageTitle } from '~/ui/usePageTitle'
import { CLASSES } from './api'
import { oneOf, textOf } from './sheet'

/** The form with which anybody asks the company something, without a log-in. */
export function AskPage() {
  const { t } = useTranslation()
  const ask = api.useMutation('post', '/public/inquiries')
  const [website, setWebsite] = useState('')
  const [sheets, setSheets] = useState(0)
  usePageTitle(t('ask.title'))

  const field = (id: string, more: Partial<SheetField> = {}): SheetField => ({
    id,
    name: t(`ask.field.${id}`),
    type: 'text',
    ...more,
  })
  const fields = [
    field('question', { long: true, required: true, limit: 10_000, help: t('ask.help.question') }),
    field('class', {
      type: 'choice',
      choices: CLASSES.map((id) => ({ id, name: t(`inquiry.class.${id}`) })),
    }),
    field('name', { required: true, limit: 100 }),
    field('company', { limit: 200 }),
    field('phone', { limit: 50, help: t('ask.help.reach') }),
    field('email', { limit: 320 }),
  ]
  const bodyOf = (values: Values) => ({
    name: textOf(values.name) ?? '',
    company: textOf(values.company),
    email: textOf(values.email),
    phone: textOf(values.phone),
    class: oneOf(CLASSES, values.class) ?? null,
    question: textOf(values.question) ?? '',
    website: website === '' ? null : website,
  })
  const again = () => {
    ask.reset()
    setSheets(sheets + 1)
  }
  if (ask.data !== undefined) {
    return (
      <div role="status">
        <Result
          status="success"
          title={<h1>{t('ask.done.title')}</h1>}
          subTitle={
            ask.data.number ? t('ask.done.number', { number: ask.data.number }) : t('ask.done.detail')
          }
          extra={<Button onClick={again}>{t('ask.again')}</Button>}
        />
      </div>
    )
  }
  return (
    <>
      <h1>{t('ask.title')}</h1>
      <p className="x-muted">{t('ask.purpose')}</p>
      <FormSheet
        key={sheets}
        fields={fields}
        draft="ask"
        submitLabel={t('ask.send')}
        pending={ask.isPending}
        problem={ask.error}
        onSubmit={async (values) => {
          await ask.mutateAsync({ body: bodyOf(values) })
        }}
      />
      {/* Only programs fill this in: it is neither seen nor reached by keyboard nor read aloud. */}
      <div className="x-hidden" aria-hidden="true">
        <input
          name="website"
          type="text"
          tabIndex={-1}
          autoComplete="off"
          value={website}
          onChange={(event) => setWebsite(event.target.value)}
        />
      </div>
    </>
  )
}
