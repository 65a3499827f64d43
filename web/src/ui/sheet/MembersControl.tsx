import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldAttributes } from '../Field'
import { labelOf, useNamesOf } from '../people'
import type { MemberChoice, SheetSources } from './sheet'

interface Props {
  value: readonly string[]
  onChange: (members: readonly string[]) => void
  attributes: FieldAttributes
  search: SheetSources['members']
}

/** Several people, found by name; those taken keep their names when the search moves on. */
export function MembersControl({ value, onChange, attributes, search }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [taken, setTaken] = useState<readonly MemberChoice[]>([])
  const sought = useDeferredValue(typed)
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['sheet-members', sought],
    queryFn: () => search?.(sought) ?? [],
    enabled: search !== undefined,
    placeholderData: (before) => before,
  })
  const held = [...useNamesOf(value).values(), ...taken]
  const known = [...held, ...found].filter((one, at, all) => all.findIndex(({ id }) => id === one.id) === at)
  return (
    <Select
      {...attributes}
      mode="multiple"
      defaultActiveFirstOption={false}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      value={[...value]}
      placeholder={t('form.member')}
      options={known.map((one) => ({ value: one.id, label: labelOf(one) }))}
      onChange={(members: string[]) => {
        setTaken(known.filter(({ id }) => members.includes(id)))
        onChange(members)
      }}
    />
  )
}
