import { useTranslation } from 'react-i18next'
import { useCompany } from '~/ui/company'
import { InstantText } from '~/ui/InstantText'
import { moneyWords } from '~/ui/money'
import { StateTag } from '~/ui/StateTag'
import { isMoney } from '~/ui/sheet/sheet'
import styles from '../project/project.module.css'
import type { Filing } from './api'

/** A sheet as it was filed, folded to its head. */
export function FiledSheet({ filing, open = false }: { filing: Filing; open?: boolean }) {
  const { t, i18n } = useTranslation()
  const { currency } = useCompany()
  const values: Record<string, unknown> = Object(filing.values)
  const told = filing.fields.filter(
    ({ id }) => values[id] !== undefined && values[id] !== null && values[id] !== '',
  )
  return (
    <details open={open}>
      <summary>
        {filing.name} {filing.replaced_by && <StateTag>{t('project.news.replaced')}</StateTag>}
        {!filing.passed && <StateTag tone="late">{t('project.news.notPassed')}</StateTag>}{' '}
        <span className="x-muted">
          {[filing.number, filing.filed_by?.name].filter(Boolean).join(' · ')}{' '}
          <InstantText at={filing.filed_at} />
          {typeof filing.score === 'number' && ` · ${t('project.news.score', { count: filing.score })}`}
        </span>
      </summary>
      <dl className={styles.texts}>
        {told.map((field) => (
          <div key={field.id}>
            <dt className="x-muted">{field.name}</dt>
            <dd>{words(field, values[field.id])}</dd>
          </div>
        ))}
      </dl>
    </details>
  )

  function words(field: Filing['fields'][number], value: unknown): string {
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    if (isMoney(value)) return moneyWords(value, i18n.language)
    if (field.type === 'money' && typeof value === 'number')
      return moneyWords({ amount: value, currency }, i18n.language)
    if (Array.isArray(value)) return value.map((row) => Object.values(Object(row)).join(' · ')).join('\n')
    if (typeof value === 'object' && value !== null) return String(Object(value).name ?? '')
    return field.choices.find(({ id }) => id === value)?.name ?? String(value)
  }
}
