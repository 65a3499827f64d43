import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, read } from '~/api/client'
import type { FieldAttributes } from '~/ui/Field'
import { useSettled } from '../useSettled'

interface Props {
  attributes: FieldAttributes
  value: string | null
  onChange: (customer: string | null) => void
  /** What the search begins with: the name under which somebody asked. */
  seek?: string
  /** The one chosen before, to be named although the search does not find it. */
  known?: { id: string; title: string; number: string } | undefined
}

/** A customer on file, found by name, short name or number. */
export function CustomerPicker({ attributes, value, onChange, seek = '', known }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(seek)
  const q = useSettled(typed.trim())
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['customers', 'picker', q],
    queryFn: async () => {
      const query = q === '' ? { limit: 20, sort: '-last_active_at' } : { q, limit: 20 }
      return read(await client.GET('/customers', { params: { query } })).items
    },
    placeholderData: (before) => before,
  })
  const options = found.map(({ id, name, number }) => ({ value: id, label: `${name} · ${number}` }))
  const named = known !== undefined && value === known.id && !found.some(({ id }) => id === known.id)
  if (named) options.unshift({ value: known.id, label: `${known.title} · ${known.number}` })
  return (
    <Select
      {...attributes}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear={{ label: t('form.clear') }}
      loading={isFetching}
      value={value}
      placeholder={t('customer.pick')}
      notFoundContent={t('customer.pickNothing')}
      options={options}
      onChange={(customer: string | undefined) => onChange(customer ?? null)}
    />
  )
}
