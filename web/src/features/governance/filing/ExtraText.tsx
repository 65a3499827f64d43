import { useTranslation } from 'react-i18next'
import { comma } from '~/ui/comma'
import type { Column } from '~/ui/list/column'
import { MoneyText } from '~/ui/MoneyText'
import { isFile, isMoney, isRows, isTexts } from '~/ui/sheet/sheet'
import type { FieldView } from './extra'

/** A value of a field that a pack added, as people read it. */
export function ExtraText({ field, value }: { field: FieldView; value: unknown }) {
  const { t, i18n } = useTranslation()
  const named = (id: unknown) => field.choices.find((choice) => choice.id === id)?.name ?? String(id)
  if (value === null || value === undefined || value === '') return <span className="x-muted">–</span>
  if (isMoney(value)) return <MoneyText money={value} />
  if (isFile(value)) return value.name
  if (isTexts(value)) return value.map(named).join(comma())
  if (isRows(value)) return value.length
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
  if (typeof value === 'number') return `${value.toLocaleString(i18n.language)}${field.unit ?? ''}`
  return named(value)
}

interface Extended {
  extra: Record<string, unknown>
}

/** Columns of a list for the fields that packs add; not shown until chosen. */
export const extraColumns = <Row extends Extended>(fields: readonly FieldView[]): Column<Row>[] =>
  fields.map((field) => ({
    key: `extra-${field.id}`,
    title: field.name,
    optional: true,
    render: ({ extra }) => <ExtraText field={field} value={extra[field.id]} />,
  }))
