import { Input } from 'antd'
import { useState } from 'react'
import { useCompany } from '../company'
import type { FieldAttributes } from '../Field'
import { instantOf, localWords } from '../time'

interface Props {
  /** UTC, or nothing. */
  value: string
  onChange: (instant: string | null) => void
  attributes: FieldAttributes
}

/** A day and a time of the company's zone. The browser's own control: on a phone nothing is quicker. */
export function InstantControl({ value, onChange, attributes }: Props) {
  const { zone } = useCompany()
  const [typed, setTyped] = useState(value === '' ? '' : localWords(Date.parse(value), zone))
  return (
    <Input
      {...attributes}
      type="datetime-local"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        const moment = instantOf(event.target.value, zone)
        onChange(moment === undefined ? null : new Date(moment).toISOString())
      }}
    />
  )
}
