import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, App, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { Field } from '~/ui/Field'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag } from '~/ui/StateTag'
import { AdminPage } from '../admin/AdminPage'
import admin from '../admin/admin.module.css'
import { type HolidayYear, holidaysQuery, useLoadHolidays } from './api'
import styles from './holiday.module.css'
import { spans } from './spans'

/** The days by which working time differs from the week, and the way to load another year. */
export function HolidaysPage() {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useSuspenseQuery(holidaysQuery)
  const [loading, setLoading] = useState(false)
  return (
    <AdminPage
      title={t('holiday.title')}
      actions={
        may('setting.update') && (
          <Button type="primary" onClick={() => setLoading(true)}>
            {t('holiday.load')}
          </Button>
        )
      }
    >
      <p className="x-muted">{t('holiday.help')}</p>
      {data.missing.length > 0 && (
        <Alert type="warning" showIcon title={t('holiday.missing', { years: data.missing.join('、') })} />
      )}
      {data.items.map((year) => (
        <Year key={year.year} year={year} />
      ))}
      {loading && <LoadDialog onDone={() => setLoading(false)} />}
    </AdminPage>
  )
}

function Year({ year: { year, loaded, days } }: { year: HolidayYear }) {
  const { t, i18n } = useTranslation()
  return (
    <Card
      title={String(year)}
      extra={<span className="x-muted">{t(loaded ? 'holiday.loaded' : 'holiday.shipped')}</span>}
    >
      <ul className={styles.days}>
        {spans(days, i18n.language).map(({ key, words, name, makeUp, count }) => (
          <li key={key}>
            <StateTag tone={makeUp ? 'near' : 'kept'}>
              {t(makeUp ? 'holiday.worked' : 'holiday.off')}
            </StateTag>
            <span>
              <span className={styles.name}>{name}</span> <span className="x-muted">{words}</span>
            </span>
            <span className={styles.count}>{t('holiday.count', { count })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function LoadDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const picker = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState<{ name: string; text: string }>()
  const load = useLoadHolidays()
  return (
    <Modal
      open
      title={t('holiday.load')}
      mask={{ closable: false }}
      onCancel={onDone}
      okText={t('holiday.load')}
      okButtonProps={{ disabled: table === undefined, loading: load.isPending }}
      onOk={() =>
        load.mutate(
          { body: { text: table?.text ?? '' } },
          {
            onSuccess: ({ years }) => {
              message.success(t('holiday.done', { years: years.join(comma()) }))
              onDone()
            },
          },
        )
      }
    >
      <div className={admin.content}>
        <Field label={t('holiday.file')} help={t('holiday.fileHelp')} required>
          {({ id }) => (
            <div>
              <Button onClick={() => picker.current?.click()}>{t('holiday.choose')}</Button> {table?.name}
              <input
                ref={picker}
                id={id}
                type="file"
                accept=".csv,text/csv"
                className="x-hidden"
                tabIndex={-1}
                onChange={async ({ target }) => {
                  const file = target.files?.[0]
                  load.reset()
                  setTable(file && { name: file.name, text: await file.text() })
                }}
              />
            </div>
          )}
        </Field>
        <ProblemAlert problem={load.error} />
      </div>
    </Modal>
  )
}
