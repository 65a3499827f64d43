import { Checkbox, DatePicker, Input, InputNumber, Radio, Rate, Select, Slider, Switch } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useCompany } from '../company'
import type { FieldAttributes } from '../Field'
import { currencySign, minorDigits, minorUnits } from '../money'
import { FileControl } from './FileControl'
import { InstantControl } from './InstantControl'
import { MemberControl } from './MemberControl'
import { MembersControl } from './MembersControl'
import { RowsControl } from './RowsControl'
import { actionColumns, isMoney, isTexts, type SheetField, type SheetSources, type Value } from './sheet'

interface Props {
  field: SheetField
  value: Value | undefined
  onChange: (value: Value) => void
  attributes: FieldAttributes
  sources: SheetSources
  /** The field's own, for the rows within it. */
  pointer?: string | undefined
  problem?: unknown
}

const FEW = 4

/** The control for a field's type. */
export function SheetControl(props: Props) {
  const { field, value, onChange, attributes, sources, pointer, problem } = props
  const { t, i18n } = useTranslation()
  const { currency } = useCompany()
  const number = typeof value === 'number' ? value : null
  const text = typeof value === 'string' ? value : ''

  switch (field.type) {
    case 'text': {
      const same = { ...attributes, value: text, maxLength: field.limit }
      if (field.secret)
        return (
          <Input.Password {...same} autoComplete="new-password" onChange={(e) => onChange(e.target.value)} />
        )
      return field.long ? (
        <Input.TextArea
          {...same}
          autoSize={{ minRows: 3, maxRows: 14 }}
          onChange={(e) => onChange(e.target.value)}
        />
      ) : (
        <Input {...same} suffix={field.unit} onChange={(e) => onChange(e.target.value)} />
      )
    }
    case 'number':
      return (
        <InputNumber
          {...attributes}
          {...typed}
          style={wide}
          value={number}
          suffix={field.unit}
          onChange={onChange}
        />
      )
    case 'percent':
      return (
        <InputNumber
          {...attributes}
          {...typed}
          style={wide}
          value={number}
          suffix="%"
          precision={0}
          onChange={onChange}
        />
      )
    case 'money': {
      const held = isMoney(value) ? value : undefined
      const digits = minorDigits(held?.currency ?? currency)
      return (
        <InputNumber
          {...attributes}
          {...typed}
          style={wide}
          prefix={currencySign(held?.currency ?? currency, i18n.language)}
          value={held === undefined ? null : held.amount / 10 ** digits}
          precision={digits}
          formatter={(major) => String(major ?? '').replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')}
          onChange={(major) =>
            onChange(
              major === null
                ? null
                : { amount: minorUnits(major, currency), currency: held?.currency ?? currency },
            )
          }
        />
      )
    }
    case 'date':
      return (
        <DatePicker
          {...attributes}
          style={wide}
          value={text === '' ? null : dayjs(text)}
          onChange={(day) => onChange(day === null ? null : day.format('YYYY-MM-DD'))}
          // Enter takes the day that was typed; it does not send the sheet.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )
    case 'instant':
      return <InstantControl value={text} onChange={onChange} attributes={attributes} />
    case 'choice':
      return <Choices field={field} value={value} onChange={onChange} attributes={attributes} />
    case 'flag':
      return (
        <span>
          <Switch id={attributes.id} checked={value === true} onChange={onChange} />
        </span>
      )
    case 'check':
      return (
        <Radio.Group id={attributes.id} value={value ?? null} onChange={(e) => onChange(e.target.value)}>
          <Radio value={true}>{t('form.yes')}</Radio>
          <Radio value={false}>{t('form.no')}</Radio>
        </Radio.Group>
      )
    case 'score':
      return (
        <InputNumber
          {...attributes}
          {...typed}
          style={wide}
          min={0}
          max={100}
          precision={0}
          value={number}
          suffix={t('form.points')}
          onChange={onChange}
        />
      )
    case 'stars':
      return (
        <Rate
          id={attributes.id}
          value={number ?? 0}
          onChange={(stars) => onChange(stars === 0 ? null : stars)}
        />
      )
    case 'level':
      return (
        <Slider
          ariaLabelForHandle={field.name}
          min={1}
          max={10}
          marks={ends}
          value={number ?? undefined}
          onChange={onChange}
        />
      )
    case 'member':
      return field.many ? (
        <MembersControl
          value={isTexts(value) ? value : []}
          onChange={onChange}
          attributes={attributes}
          search={sources.members}
        />
      ) : (
        <MemberControl value={text} onChange={onChange} attributes={attributes} search={sources.members} />
      )
    case 'file':
    case 'signature':
      return <FileControl value={value} onChange={onChange} attributes={attributes} upload={sources.upload} />
    case 'table':
    case 'actions': {
      const columns = field.type === 'actions' ? actionColumns(t, field.columns) : (field.columns ?? [])
      const place = { pointer, problem }
      return <RowsControl columns={columns} value={value} onChange={onChange} sources={sources} {...place} />
    }
  }
}

function Choices({ field, value, onChange, attributes }: Omit<Props, 'sources'>) {
  const { t } = useTranslation()
  const options = (field.choices ?? []).map(({ id, name }) => ({ value: id, label: name }))
  if (field.many) {
    const taken = isTexts(value) ? [...value] : []
    return options.length <= FEW ? (
      <Checkbox.Group options={options} value={taken} onChange={onChange} />
    ) : (
      <Select
        {...attributes}
        mode="multiple"
        defaultActiveFirstOption={false}
        options={options}
        value={taken}
        onChange={onChange}
        optionFilterProp="label"
      />
    )
  }
  const taken = typeof value === 'string' ? value : null
  return options.length <= FEW && !field.listed ? (
    <Radio.Group
      id={attributes.id}
      options={options}
      value={taken}
      onChange={(e) => onChange(e.target.value)}
    />
  ) : (
    <Select
      {...attributes}
      showSearch
      allowClear={!field.required && { label: t('form.clear') }}
      options={options}
      value={taken}
      optionFilterProp="label"
      onChange={(choice: string | undefined) => onChange(choice ?? null)}
    />
  )
}

/** Numbers are typed, on a phone with its digits; steps of one are of no use for amounts. */
const typed = { controls: false, inputMode: 'decimal' } as const
const wide = { width: '100%' }
const ends = { 1: '1', 10: '10' }
