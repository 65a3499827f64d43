import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldAttributes } from '../Field'
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
  return (
    <Select
      {...attributes}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={isFetching}
      value={value === '' ? null : value}
      placeholder={t('form.member')}
      options={found.map(({ id, name, note }) => ({ value: id, label: note ? `${name} · ${note}` : name }))}
      onChange={(member: string | undefined) => onChange(member ?? null)}
    />
  )
}
