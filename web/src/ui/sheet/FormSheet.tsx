import { Button } from 'antd'
import { type FormEvent, Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Field } from '../Field'
import { ProblemAlert } from '../ProblemAlert'
import { usePhone } from '../usePhone'
import { judge } from './condition'
import { draftOf, dropDraft, keepDraft } from './drafts'
import styles from './FormSheet.module.css'
import { SheetControl } from './SheetControl'
import {
  actionColumns,
  isEmpty,
  isRows,
  type SheetField,
  type SheetSources,
  type Value,
  type Values,
} from './sheet'

interface Props {
  fields: readonly SheetField[]
  /** Pre-filled values. A kept draft goes before them. */
  initial?: Values
  /** Where the values stand in the request, `/fields` for instance: errors find their field by it. */
  pointer?: string
  /** Under this name the browser keeps what was typed until it is sent. */
  draft?: string
  sources?: SheetSources
  submitLabel: string
  pending: boolean
  problem: unknown
  /** Only the values of the fields that were asked. Resolve, and the draft is dropped. */
  onSubmit: (values: Values) => Promise<unknown>
  onCancel?: (() => void) | undefined
  /** Sees every change: for duplicate warnings and the like. */
  onChange?: (values: Values) => void
  /** What the page has to say below a field. */
  below?: (field: string) => ReactNode
}

/** A sheet to fill: a pack's form or a page's own, with its checks, conditions and draft. */
export function FormSheet(props: Props) {
  const {
    fields,
    initial = {},
    pointer = '',
    draft,
    sources = {},
    submitLabel,
    pending,
    problem,
    onSubmit,
    onCancel,
  } = props
  const { t } = useTranslation()
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...draftOf(draft) }))
  const [tried, setTried] = useState(false)
  const sheet = useFirstField()
  const asked = fields.filter(({ when }) => !when || judge(when, values) !== false)
  const missing = asked.filter(({ id, required }) => required && isEmpty(values[id]))

  const change = (id: string, value: Value) => {
    const next = { ...values, [id]: value }
    setValues(next)
    keepDraft(draft, next)
    props.onChange?.(next)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const filled = event.currentTarget
    flushSync(() => setTried(true))
    if (missing.length > 0) return focusFirstFault(filled)
    try {
      await onSubmit(Object.fromEntries(asked.map(({ id }) => [id, values[id] ?? null])))
      dropDraft(draft)
    } catch {
      // Shown by `problem`; the draft stays.
    }
  }

  return (
    <form ref={sheet} className={styles.sheet} onSubmit={submit} noValidate>
      {asked.map((field) => (
        <Fragment key={field.id}>
          <Field
            label={field.name}
            help={field.help ?? undefined}
            required={field.required ?? false}
            pointer={`${pointer}/${field.id}`}
            problem={problem}
            fault={tried && missing.includes(field) ? t('form.missing') : undefined}
            group={isGroup(field)}
          >
            {(attributes) => (
              <SheetControl
                field={field}
                value={values[field.id]}
                onChange={(value) => change(field.id, value)}
                attributes={attributes}
                sources={sources}
                pointer={`${pointer}/${field.id}`}
                problem={problem}
              />
            )}
          </Field>
          {props.below?.(field.id)}
        </Fragment>
      ))}
      <div className={styles.foot}>
        <div className={styles.problem}>
          <ProblemAlert problem={problem} shownPointers={shownPointers(asked, values, pointer, t)} />
        </div>
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={pending}>
            {submitLabel}
          </Button>
          {onCancel && <Button onClick={onCancel}>{t('form.cancel')}</Button>}
          {tried && missing.length > 0 && (
            <span role="status" className="x-late">
              {t('form.missingCount', { count: missing.length })}
            </span>
          )}
        </div>
      </div>
    </form>
  )
}

/** A dialog opens at its first field, where typing begins; on a phone that would bring up the keys over half of it. */
function useFirstField() {
  const sheet = useRef<HTMLFormElement>(null)
  const phone = usePhone()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens.
  useEffect(() => {
    const dialog = phone ? undefined : sheet.current?.closest('[role="dialog"]')
    dialog?.querySelector<HTMLElement>('input:not([disabled]), textarea')?.focus()
  }, [])
  return sheet
}

/** Every place at which a control stands that can show its own fault. */
function shownPointers(
  asked: readonly SheetField[],
  values: Values,
  pointer: string,
  t: (key: string) => string,
) {
  return asked.flatMap((field) => {
    const own = `${pointer}/${field.id}`
    const columns = field.type === 'actions' ? actionColumns(t, field.columns) : (field.columns ?? [])
    const held = values[field.id]
    const rows = isRows(held) ? held : []
    return [own, ...rows.flatMap((_, at) => columns.map(({ id }) => `${own}/${at}/${id}`))]
  })
}

function focusFirstFault(sheet: EventTarget) {
  if (!(sheet instanceof HTMLElement)) return
  const first = sheet.querySelector('[aria-invalid="true"]')
  if (first instanceof HTMLElement) first.focus()
}

function isGroup({ type, choices = [], listed }: SheetField): boolean {
  switch (type) {
    case 'check':
    case 'table':
    case 'actions':
    case 'stars':
    case 'level':
      return true
    case 'choice':
      return choices.length <= 4 && !listed
    default:
      return false
  }
}
