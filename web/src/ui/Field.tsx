import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '~/api/problem'
import styles from './Field.module.css'

interface Props {
  label: ReactNode
  help?: ReactNode
  required?: boolean
  /** Where the value stands in the request: `/contacts/0/phone`. */
  pointer?: string
  /** What the request threw; the fault at the pointer is shown here. */
  problem?: unknown
  /** A fault found before sending. */
  fault?: string | undefined
  /** For a field of several parts: the label names a group instead of one control. */
  group?: boolean
  children: (attributes: FieldAttributes) => ReactNode
}

export interface FieldAttributes {
  id: string
  'aria-required': boolean
  'aria-invalid': boolean
  'aria-describedby': string | undefined
  status: 'error' | undefined
}

/** A label, its control, and what is wrong with it, tied together for eyes and screen readers alike. */
export function Field({
  label,
  help,
  required = false,
  pointer,
  problem,
  fault,
  group = false,
  children,
}: Props) {
  const { t } = useTranslation()
  const id = useId()
  const faults = [fault, ...faultsAt(problem, pointer)].filter((words) => words !== undefined)
  const wrong = faults.length > 0
  const described = wrong ? `${id}fault` : help === undefined ? undefined : `${id}help`
  const attributes: FieldAttributes = {
    id,
    'aria-required': required,
    'aria-invalid': wrong,
    'aria-describedby': described,
    status: wrong ? 'error' : undefined,
  }
  const name = (
    <>
      {label}
      {required && <span className={styles.required} title={t('form.required')} aria-hidden />}
    </>
  )
  const rest = (
    <>
      {children(attributes)}
      {wrong && (
        <p id={`${id}fault`} className={styles.fault}>
          {faults.join(' ')}
        </p>
      )}
      {!wrong && help !== undefined && (
        <p id={`${id}help`} className="x-muted">
          {help}
        </p>
      )}
    </>
  )
  if (group) {
    return (
      <fieldset className={styles.field} aria-describedby={described}>
        <legend>{name}</legend>
        {rest}
      </fieldset>
    )
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      {rest}
    </div>
  )
}

function faultsAt(problem: unknown, pointer: string | undefined): string[] {
  if (problem === null || problem === undefined || pointer === undefined) return []
  return problemOf(problem)
    .errors.filter((error) => error.pointer === pointer)
    .map(({ detail }) => detail)
}
