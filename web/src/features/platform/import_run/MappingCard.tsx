import { Button, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { ProblemAlert } from '~/ui/ProblemAlert'
import {
  type ImportField,
  type ImportPreview,
  type ImportRun,
  type OnDuplicate,
  useCheck,
  useMap,
  useStart,
} from './api'
import styles from './import.module.css'
import { useFieldName } from './words'

const ENCODINGS = ['UTF-8', 'gb18030', 'UTF-16LE', 'UTF-16BE', 'Big5']
const CHOICES: OnDuplicate[] = ['skip', 'fill', 'make']

/** How the file is read, what each column fills, what is done with rows whose record is there. */
export function MappingCard({ run, preview }: { run: ImportRun; preview: ImportPreview }) {
  const { t } = useTranslation()
  const map = useMap()
  const check = useCheck()
  const start = useStart()
  const params = { path: { id: run.id } }
  const missing = preview.fields.filter(
    ({ name, required }) => required && !run.columns.some(({ field }) => field === name),
  )
  const nameOf = useFieldName(run.kind)
  const choose = (place: number, field: string | null) => {
    const fields = run.columns.map((column, at) =>
      at === place ? field : column.field === field ? null : (column.field ?? null),
    )
    map.mutate({ params, body: { fields } })
  }
  const busy = map.isPending || check.isPending || start.isPending
  return (
    <>
      <Card title={t('import.mapping')} note={t('import.mappingNote')} flush>
        <ul className={styles.columns}>
          {run.columns.map((column, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never change their places
            <li key={place}>
              <span className={styles.words}>
                <span>{column.heading || t('import.column', { number: place + 1 })}</span>
                <span className="x-muted">{samples(preview, place) || t('import.noSample')}</span>
              </span>
              <FieldSelect
                label={t('import.fills', { column: column.heading || place + 1 })}
                fields={preview.fields}
                nameOf={nameOf}
                value={column.field ?? null}
                disabled={busy || !run.can.map}
                onChange={(field) => choose(place, field)}
              />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('import.how')}>
        <div className={styles.content}>
          <FormatFields
            run={run}
            disabled={busy || !run.can.map}
            onChange={(body) => map.mutate({ params, body })}
          />
          <Radio.Group
            aria-label={t('import.onDuplicate.label')}
            value={run.on_duplicate}
            disabled={busy || !run.can.map}
            onChange={({ target }) => map.mutate({ params, body: { on_duplicate: target.value } })}
            options={CHOICES.map((value) => ({ value, label: t(`import.onDuplicate.${value}`) }))}
          />
          <ProblemAlert problem={map.error ?? check.error ?? start.error} />
          {missing.length > 0 && (
            <p className="x-late">{t('import.missing', { fields: missing.map(nameOf).join(comma()) })}</p>
          )}
          <div className={styles.buttons}>
            <Button
              disabled={missing.length > 0 || !run.can.start}
              loading={check.isPending}
              onClick={() => check.mutate({ params })}
            >
              {t('import.check')}
            </Button>
            <Button
              type="primary"
              disabled={missing.length > 0 || !run.can.start}
              loading={start.isPending}
              onClick={() => start.mutate({ params })}
            >
              {t('import.start')}
            </Button>
          </div>
        </div>
      </Card>
    </>
  )
}

function samples(preview: ImportPreview, place: number) {
  const found = preview.rows.map(({ cells }) => cells[place] ?? '').filter((text) => text.trim() !== '')
  return found.slice(0, 3).join(' · ')
}

interface FieldSelectProps {
  label: string
  fields: readonly ImportField[]
  nameOf: (field: ImportField) => string
  value: string | null
  disabled: boolean
  onChange: (field: string | null) => void
}

const NOTHING = ''

function FieldSelect({ label, fields, nameOf, value, disabled, onChange }: FieldSelectProps) {
  const { t } = useTranslation()
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? NOTHING}
      disabled={disabled}
      onChange={(field) => onChange(field === NOTHING ? null : field)}
      options={[
        { value: NOTHING, label: t('import.leaveOut') },
        ...fields.map((field) => ({
          value: field.name,
          label: field.required ? `${nameOf(field)} *` : nameOf(field),
        })),
      ]}
    />
  )
}

interface FormatProps {
  run: ImportRun
  disabled: boolean
  onChange: (body: { sheet?: string; encoding?: string; delimiter?: string; header_row?: number }) => void
}

function FormatFields({ run, disabled, onChange }: FormatProps) {
  const { t } = useTranslation()
  const { format } = run
  const [delimiter, setDelimiter] = useState(format.delimiter ?? ',')
  const sheets = format.sheets ?? []
  return (
    <div className={styles.format}>
      {sheets.length > 1 && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the select is its control
        <label>
          {t('import.sheet')}
          <Select
            value={format.sheet ?? null}
            disabled={disabled}
            onChange={(sheet) => sheet !== null && onChange({ sheet })}
            options={sheets.map((value) => ({ value, label: value }))}
          />
        </label>
      )}
      {format.encoding && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the select is its control
        <label>
          {t('import.encoding')}
          <Select
            value={format.encoding}
            disabled={disabled}
            onChange={(encoding) => onChange({ encoding })}
            options={ENCODINGS.map((value) => ({ value, label: value }))}
          />
        </label>
      )}
      {format.kind === 'csv' && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the input is its control
        <label>
          {t('import.delimiter')}
          <Input
            value={delimiter === '\t' ? 'Tab' : delimiter}
            maxLength={3}
            disabled={disabled}
            onChange={({ target }) => setDelimiter(target.value)}
            onBlur={() => {
              const sign = delimiter === 'Tab' ? '\t' : delimiter
              if (sign.length === 1 && sign !== format.delimiter) onChange({ delimiter: sign })
            }}
          />
        </label>
      )}
      {format.kind !== 'vcard' && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the input is its control
        <label>
          {t('import.headerRow')}
          <InputNumber
            min={1}
            precision={0}
            value={run.header_row}
            disabled={disabled}
            onChange={(header_row) => {
              if (header_row !== null && header_row !== run.header_row) onChange({ header_row })
            }}
          />
        </label>
      )}
    </div>
  )
}
