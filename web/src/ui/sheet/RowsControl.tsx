import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../Field'
import styles from './RowsControl.module.css'
import { SheetControl } from './SheetControl'
import { isRows, type SheetField, type SheetSources, type Value } from './sheet'

interface Props {
  columns: readonly SheetField[]
  value: Value | undefined
  onChange: (rows: Value) => void
  sources: SheetSources
  pointer: string | undefined
  problem: unknown
}

/** Rows of a table or of actions; each stands on lines of its own, so that it can be filled on a phone. */
export function RowsControl({ columns, value, onChange, sources, pointer, problem }: Props) {
  const { t } = useTranslation()
  const rows = isRows(value) ? value : []
  const change = (at: number, id: string, cell: Value) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [id]: cell } : row)))
  return (
    <div className={styles.rows}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place until it is filed.
        <div key={at} className={styles.row}>
          {columns.map((column) => (
            <div key={column.id} className={styles.cell}>
              <Field
                label={column.name}
                required={column.required ?? false}
                pointer={`${pointer}/${at}/${column.id}`}
                problem={problem}
              >
                {(attributes) => (
                  <SheetControl
                    field={column}
                    value={row[column.id]}
                    onChange={(cell) => change(at, column.id, cell)}
                    attributes={attributes}
                    sources={sources}
                  />
                )}
              </Field>
            </div>
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('form.row.remove', { number: at + 1 })}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <span>
        <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, {}])}>
          {t('form.row.add')}
        </Button>
      </span>
    </div>
  )
}
