import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCompany } from '../company'
import { Field, type FieldAttributes } from '../Field'
import { minorDigits, minorUnits } from '../money'
import { labelOf, usePeople } from '../people'
import styles from './DataList.module.css'
import { type Condition, type FilterField, isBare, type Op, type Operand, opsOf } from './filter'

interface Props {
  fields: readonly FilterField[]
  onAdd: (condition: Condition) => void
}

/** Makes one condition: field, comparison, value. */
export function FilterEditor({ fields, onAdd }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(fields[0]?.field)
  const [op, setOp] = useState<Op>()
  const [value, setValue] = useState<Operand>()
  const field = fields.find((known) => known.field === name)
  if (field === undefined) return null
  const ops = field.ops ?? opsOf[field.type]
  const asked = op !== undefined && ops.includes(op) ? op : ops[0]
  const isReady =
    isBare(asked) || (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))

  const pick = (next: string) => {
    setName(next)
    setOp(undefined)
    setValue(undefined)
  }
  const add = () => {
    if (asked !== undefined && isBare(asked)) onAdd({ field: field.field, op: asked })
    else if (asked !== undefined && value !== undefined) onAdd({ field: field.field, op: asked, value })
  }
  return (
    <div className={styles.editor}>
      <Field label={t('list.field')}>
        {(attributes) => (
          <Select
            {...attributes}
            showSearch
            optionFilterProp="label"
            value={field.field}
            onChange={pick}
            options={fields.map(({ field: key, title }) => ({ value: key, label: title }))}
          />
        )}
      </Field>
      {ops.length > 1 && (
        <Field label={t('list.comparison')}>
          {(attributes) => (
            <Select
              {...attributes}
              value={asked}
              onChange={setOp}
              options={ops.map((one) => ({ value: one, label: t(`list.op.${one}`) }))}
            />
          )}
        </Field>
      )}
      {!isBare(asked) && (
        <Field label={t('list.value')}>
          {(attributes) => <Value field={field} value={value} onChange={setValue} attributes={attributes} />}
        </Field>
      )}
      <Button type="primary" disabled={!isReady} onClick={add}>
        {t('list.add')}
      </Button>
    </div>
  )
}

interface ValueProps {
  field: FilterField
  value: Operand | undefined
  onChange: (value: Operand | undefined) => void
  attributes: FieldAttributes
}

const DAYS = ['@today', '@today-7d', '@today-30d', '@today-90d', '@today+7d']

function Value({ field, value, onChange, attributes }: ValueProps) {
  const { t } = useTranslation()
  const { currency } = useCompany()
  const number = typeof value === 'number' ? value : null
  const text = typeof value === 'string' ? value : ''
  const put = (typed: number | null) => onChange(typed ?? undefined)
  const relative = (one: string) => ({ value: one, label: t(`list.relative.${one.slice(1)}`) })
  switch (field.type) {
    case 'text':
      return <Input {...attributes} value={text} onChange={(event) => onChange(event.target.value)} />
    case 'number':
      return <InputNumber {...attributes} controls={false} style={wide} value={number} onChange={put} />
    case 'money': {
      const digits = minorDigits(currency)
      const major = number === null ? null : number / 10 ** digits
      const units = (typed: number | null) => put(typed === null ? null : minorUnits(typed, currency))
      return <InputNumber {...attributes} controls={false} style={wide} value={major} onChange={units} />
    }
    case 'choice': {
      const options = (field.choices ?? []).map(({ value: key, title }) => ({ value: key, label: title }))
      const taken = Array.isArray(value) ? [...value] : []
      return (
        <Select
          {...attributes}
          mode="multiple"
          optionFilterProp="label"
          value={taken}
          onChange={onChange}
          options={options}
        />
      )
    }
    case 'flag':
      return (
        <Select
          {...attributes}
          value={typeof value === 'boolean' ? value : undefined}
          onChange={onChange}
          options={[
            { value: true, label: t('form.yes') },
            { value: false, label: t('form.no') },
          ]}
        />
      )
    case 'member':
      return <Member value={text} onChange={onChange} attributes={attributes} />
    case 'department':
      return (
        <Select
          {...attributes}
          value={text || undefined}
          onChange={onChange}
          options={[relative('@my_department'), ...named(field)]}
        />
      )
    case 'date':
      return (
        <span>
          <Select
            {...attributes}
            style={wide}
            value={text || undefined}
            onChange={onChange}
            options={DAYS.map(relative)}
          />
          <DatePicker
            style={wide}
            aria-label={t('list.day')}
            value={/^\d/.test(text) ? dayjs(text) : null}
            onChange={(day) => onChange(day === null ? undefined : day.format('YYYY-MM-DD'))}
          />
        </span>
      )
  }
}

/** Oneself, or a colleague found by name. */
function Member({ value, onChange, attributes }: Omit<ValueProps, 'field'> & { value: string }) {
  const { t } = useTranslation()
  const { find } = usePeople()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['sheet-members', sought],
    queryFn: () => find(sought),
    placeholderData: (before) => before,
  })
  const own = typed === '' ? [{ value: '@me', label: t('list.relative.me') }] : []
  return (
    <Select
      {...attributes}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      value={value || undefined}
      placeholder={t('form.member')}
      onChange={onChange}
      options={[...own, ...found.map((one) => ({ value: one.id, label: labelOf(one) }))]}
    />
  )
}

const named = ({ choices = [] }: FilterField) => choices.map(({ value, title }) => ({ value, label: title }))
const wide = { width: '100%' }
