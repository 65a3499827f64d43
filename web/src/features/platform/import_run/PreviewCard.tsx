import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { StateTag } from '~/ui/StateTag'
import type { ImportPreview, ImportReason, ImportRun } from './api'
import styles from './import.module.css'
import { useFieldName } from './words'

/** The first rows as they would be taken in, and what the look at every row found. */
export function PreviewCard({ run, preview }: { run: ImportRun; preview: ImportPreview }) {
  const { t } = useTranslation()
  const { checked } = run
  return (
    <>
      {checked && (
        <Card title={t('import.checked')} flush={preview.faults.length > 0}>
          <Alert
            role="status"
            showIcon
            banner={preview.faults.length > 0}
            type={checked.wrong > 0 ? 'warning' : 'success'}
            title={t('import.checkedWords', { ...checked })}
          />
          <ul className={styles.faults}>
            {preview.faults.map(({ number, reasons }) => (
              <li key={number}>
                <span className="x-muted">{t('import.line', { number })}</span>
                <Reasons kind={run.kind} reasons={reasons} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('import.preview')} note={t('import.previewNote', { count: preview.rows.length })} flush>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keyboard */}
        <section className={styles.sheet} tabIndex={0} aria-label={t('import.preview')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('import.lineHead')}</th>
                <th scope="col" className={styles.why}>
                  {t('import.found')}
                </th>
                {run.columns.map((column, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never change their places
                  <th scope="col" key={place}>
                    {column.heading || t('import.column', { number: place + 1 })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.number}>
                  <td>{row.number}</td>
                  <td className={styles.why}>
                    {row.reasons.length > 0 && <Reasons kind={run.kind} reasons={row.reasons} />}
                    {row.known && <StateTag tone="near">{t('import.known')}</StateTag>}
                    {row.reasons.length === 0 && !row.known && (
                      <StateTag tone="kept">{t('import.fine')}</StateTag>
                    )}
                  </td>
                  {run.columns.map((_, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never change their places
                    <td key={place} title={row.cells[place]}>
                      {row.cells[place]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Card>
    </>
  )
}

/** All that is said of a row, each with its field. */
export function Reasons({ kind, reasons }: { kind: string; reasons: readonly ImportReason[] }) {
  const { t } = useTranslation()
  const nameOf = useFieldName(kind)
  const words = reasons.map(({ field, text }) =>
    field ? t('import.fieldSays', { field: nameOf({ name: field, label: null }), text }) : text,
  )
  return <span>{words.join(comma())}</span>
}
