import { useSuspenseQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField } from '~/ui/sheet/sheet'
import { AdminPage } from '../admin/AdminPage'
import styles from '../admin/admin.module.css'
import { companyQuery } from '../company/api'
import { ratesQuery, useEnterRate } from './api'
import { millionths, rateText } from './rate'

/** What foreign money is worth, day by day. */
export function RatesPage() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { data: company } = useSuspenseQuery(companyQuery)
  const { data: rates } = useSuspenseQuery(ratesQuery)
  const enter = useEnterRate()
  const [entered, setEntered] = useState(0)
  const fields: SheetField[] = [
    {
      id: 'currency',
      name: t('rate.currency'),
      type: 'text',
      required: true,
      limit: 3,
      help: t('rate.currencyHelp'),
    },
    { id: 'from_on', name: t('rate.from'), type: 'date', required: true },
    {
      id: 'rate_ppm',
      name: t('rate.rate', { currency: company.currency }),
      type: 'number',
      required: true,
      help: t('rate.help'),
    },
  ]
  return (
    <AdminPage title={t('admin.room.rates')}>
      <div className={styles.narrow}>
        {company.can.update && (
          <Card title={t('rate.enter')}>
            <FormSheet
              key={entered}
              fields={fields}
              submitLabel={t('rate.enter')}
              pending={enter.isPending}
              problem={enter.error}
              onSubmit={async (values) => {
                await enter.mutateAsync({
                  body: {
                    currency: String(values.currency ?? '')
                      .trim()
                      .toUpperCase(),
                    from_on: String(values.from_on ?? ''),
                    rate_ppm: millionths(values.rate_ppm),
                  },
                })
                setEntered((now) => now + 1)
                message.success(t('admin.saved'))
              }}
            />
          </Card>
        )}
        <Card title={t('rate.all')} flush>
          {rates.items.length === 0 ? (
            <EmptyState title={t('rate.empty.title')}>{t('rate.empty.detail')}</EmptyState>
          ) : (
            <ul className={styles.rows}>
              {rates.items.map((rate) => (
                <li key={`${rate.currency} ${rate.from_on}`}>
                  <span className={styles.words}>
                    <span>
                      1 {rate.currency} = {rateText(rate.rate_ppm)} {company.currency}
                    </span>
                    <span className="x-muted">
                      {t('rate.since', { day: rate.from_on })} · {rate.entered_by?.name} ·{' '}
                      <InstantText at={rate.entered_at} />
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </AdminPage>
  )
}
