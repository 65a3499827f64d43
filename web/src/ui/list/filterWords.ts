import { useTranslation } from 'react-i18next'
import { useCompany } from '../company'
import { moneyWords } from '../money'
import { useNamesOf } from '../people'
import { type Condition, type Filter, type FilterField, partsOf } from './filter'

/** Says a filter in words, for its chip. */
export function useFilterWords(
  fields: readonly FilterField[],
  filter: Filter | undefined,
): (filter: Filter) => string {
  const { t, i18n } = useTranslation()
  const { currency } = useCompany()
  const isMember = (name: string) => fields.find(({ field }) => field === name)?.type === 'member'
  const people = useNamesOf(membersIn(partsOf(filter), isMember))
  return (filter) => {
    if (!('field' in filter)) return t('list.group')
    const field = fields.find((known) => known.field === filter.field)
    return t(`list.says.${filter.op}`, {
      field: field?.title ?? filter.field,
      value: operandWords(filter, field),
    })
  }

  function operandWords({ value }: Condition, field: FilterField | undefined): string {
    const named = (one: unknown) =>
      field?.choices?.find((choice) => choice.value === one)?.title ??
      people.get(String(one))?.name ??
      String(one)
    if (Array.isArray(value)) return either(value.map(named), i18n.language)
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    if (typeof value === 'number' && field?.type === 'money') {
      return moneyWords({ amount: value, currency }, i18n.language, true)
    }
    if (typeof value === 'string' && value.startsWith('@')) {
      return t(`list.relative.${value.slice(1)}`, { defaultValue: value })
    }
    return value === undefined ? '' : named(value)
  }
}

/** The ids of members in conditions, whose names a chip shows. */
function membersIn(parts: readonly Filter[], isMember: (field: string) => boolean): string[] {
  return parts.flatMap((part) => {
    if (!('field' in part) || !isMember(part.field)) return []
    const { value } = part
    const values: unknown[] = Array.isArray(value) ? value : [value]
    return values.filter((one): one is string => typeof one === 'string' && !one.startsWith('@'))
  })
}

const either = (words: readonly string[], locale: string) =>
  new Intl.ListFormat(locale, { type: 'disjunction', style: 'narrow' }).format(words)
