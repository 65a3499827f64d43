import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { Card } from '~/ui/Card'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField } from '~/ui/sheet/sheet'
import { AdminPage } from '../admin/AdminPage'
import styles from '../admin/admin.module.css'
import { companyQuery, useUpdateCompany } from './api'

export function CompanyPage() {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<number>()
  const { data: company } = useSuspenseQuery(companyQuery)
  const update = useUpdateCompany()
  const { name, zone, currency, url } = company
  const fields: SheetField[] = [
    { id: 'name', name: t('company.name'), type: 'text', required: true, limit: 200 },
    { id: 'zone', name: t('company.zone'), type: 'text', required: true, help: t('company.zoneHelp') },
    { id: 'currency', name: t('company.currency'), type: 'text', required: true, limit: 3 },
    { id: 'url', name: t('company.url'), type: 'text', help: t('company.urlHelp'), limit: 300 },
  ]
  return (
    <AdminPage title={t('admin.room.company')}>
      <div className={styles.narrow}>
        <Card title={t('company.setUp')}>
          {company.can.update ? (
            <FormSheet
              key={company.version}
              fields={fields}
              initial={{ name, zone, currency, url }}
              submitLabel={t('admin.save')}
              pending={update.isPending}
              problem={update.error}
              onSubmit={async (values) => {
                const said = (field: string) => String(values[field] ?? '').trim()
                const { version } = await update.mutateAsync({
                  params: { header: ifMatch(company.version) },
                  body: {
                    name: said('name'),
                    zone: said('zone'),
                    currency: said('currency').toUpperCase(),
                    url: said('url'),
                  },
                })
                setSaved(version)
              }}
              onChange={() => setSaved(undefined)}
            />
          ) : (
            <dl className={styles.words}>
              <dt className="x-muted">{t('company.name')}</dt>
              <dd>{name}</dd>
              <dt className="x-muted">{t('company.zone')}</dt>
              <dd>{zone}</dd>
              <dt className="x-muted">{t('company.currency')}</dt>
              <dd>{currency}</dd>
            </dl>
          )}
          {saved === company.version && (
            <p role="status" className="x-kept">
              {t('admin.saved')}
            </p>
          )}
        </Card>
      </div>
    </AdminPage>
  )
}
