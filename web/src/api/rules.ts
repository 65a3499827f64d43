import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from './client'

/** What the packs call their statements, in the reader's language. */
export const rulesQuery = api.queryOptions('get', '/rules', {}, { staleTime: 5 * 60_000 })

/** The name of a statement: `ruleName('obligation:weekly-report')`, or by its id alone; the id where it has none. */
export function useRuleName(): (rule: string) => string {
  const { t } = useTranslation()
  const { data } = useQuery(rulesQuery)
  const names = new Map<string, string>()
  for (const { kind, id, name } of data?.items ?? []) {
    names.set(`${kind}:${id}`, name)
    if (!names.has(id)) names.set(id, name)
  }
  return (rule) => {
    // A kind of record that is itself what carries a control.
    const record = rule.startsWith('record:') ? rule.slice('record:'.length) : undefined
    return names.get(rule) ?? (record ? t(`recordKind.${record}`, { defaultValue: record }) : rule)
  }
}
