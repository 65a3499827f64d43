import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldAttributes } from '../Field'
import { labelOf, useNamesOf } from '../people'
import type { SheetSources } from './sheet'

interface Props {
  value: string
  onChange: (member: string | null) => void
  attributes: FieldAttributes
  search: SheetSources['members']
}

/** A person, found by name. */
export function MemberControl({ value, onChange, attributes, search }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['sheet-members', sought],
    queryFn: () => search?.(sought) ?? [],
    enabled: search !== undefined,
    placeholderData: (before) => before,
  })
  // Whoever is chosen keeps the name, found by this search or not.
  const chosen = useNamesOf(value === '' ? [] : [value]).get(value)
  const offered = chosen && !found.some(({ id }) => id === value) ? [chosen, ...found] : found
  return (
    <Select
      {...attributes}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear={{ label: t('form.clear') }}
      loading={isFetching}
      value={value === '' ? null : value}
      placeholder={t('form.member')}
      options={offered.map((one) => ({ value: one.id, label: labelOf(one) }))}
      onChange={(member: string | undefined) => onChange(member ?? null)}
    />
  )
}
