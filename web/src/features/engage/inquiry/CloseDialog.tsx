import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Read } from '~/api/client'
import { GateChecklist } from '~/ui/GateChecklist'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField, Values } from '~/ui/sheet/sheet'
import styles from '../engage.module.css'
import { closingQuery, type Inquiry, OUTCOMES, useCloseInquiry } from './api'
import { Panel } from './dialogs'
import {
  closingTexts,
  editValues,
  elsewhere,
  extraFields,
  extraOf,
  extraValues,
  oneOf,
  textField,
  textOf,
} from './sheet'

interface Props {
  inquiry: Inquiry
  onDone: () => void
  onMatch: () => void
}

/** Closes an inquiry: what that asks, met and missing, and what is missing supplied right here where it can be. */
export function CloseDialog({ inquiry, onDone, onMatch }: Props) {
  const { t } = useTranslation()
  const { data: closing, error, refetch } = useQuery(closingQuery(inquiry.id))
  return (
    <Panel title={t('inquiry.close')} onCancel={onDone}>
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      {closing === undefined && error === null && <Skeleton active title={false} />}
      {closing?.missing.some(({ field }) => field === 'customer') && (
        <Alert
          type="warning"
          showIcon
          className={styles.above ?? ''}
          title={t('inquiry.closeNoCustomer')}
          action={inquiry.can.match && <Button onClick={onMatch}>{t('inquiry.match')}</Button>}
        />
      )}
      {closing !== undefined && <Sheet inquiry={inquiry} closing={closing} onDone={onDone} />}
    </Panel>
  )
}

type Closing = Read<'/inquiries/{id}/closing'>

function Sheet({ inquiry, closing, onDone }: { inquiry: Inquiry; closing: Closing; onDone: () => void }) {
  const { t } = useTranslation()
  const close = useCloseInquiry()
  const texts = closingTexts(
    closing.missing.map(({ field }) => field),
    closing.items,
  )
  const extras = extraFields(closing.fields, closing.items)
  const here = [...texts, ...closing.fields.map(({ id }) => id)]
  const rest = elsewhere(closing.items, here)
  const outcomes = inquiry.project_id ? (['converted'] as const) : OUTCOMES
  const fields: SheetField[] = [
    ...texts.map((field) => textField(t, field, { required: true })),
    ...extras,
    {
      id: 'outcome',
      name: t('inquiry.field.outcome'),
      type: 'choice',
      required: true,
      choices: outcomes.map((id) => ({ id, name: t(`inquiry.outcome.${id}`) })),
      help: t('inquiry.help.outcome'),
    },
  ]
  const submit = async (values: Values) => {
    const typed = Object.fromEntries(texts.map((field) => [field, textOf(values[field])]))
    const extra = extraOf(values)
    await close.mutateAsync({
      params: { path: { id: inquiry.id } },
      body: {
        outcome: oneOf(outcomes, values.outcome) ?? null,
        changes: Object.keys(extra).length > 0 ? { ...typed, extra } : typed,
      },
    })
    onDone()
  }
  return (
    <>
      {rest.length > 0 && (
        <section className={styles.above} aria-label={t('inquiry.closeElsewhere')}>
          <h3>{t('inquiry.closeElsewhere')}</h3>
          <GateChecklist items={rest} />
        </section>
      )}
      <FormSheet
        key={fields.map(({ id }) => id).join(' ')}
        fields={fields}
        initial={{
          ...editValues(inquiry),
          ...extraValues(closing.fields, inquiry.extra),
          outcome: inquiry.project_id ? 'converted' : 'answered',
        }}
        pointer="/changes"
        draft={`inquiry.close.${inquiry.id}`}
        submitLabel={t('inquiry.close')}
        pending={close.isPending}
        problem={close.error}
        onSubmit={submit}
        onCancel={onDone}
      />
    </>
  )
}
