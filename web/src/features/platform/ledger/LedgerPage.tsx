import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '~/api/client'
import { Card } from '~/ui/Card'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { AdminPage } from '../admin/AdminPage'
import styles from '../admin/admin.module.css'

/** Whether what happened still stands as it was written down. */
export function LedgerPage() {
  const { t, i18n } = useTranslation()
  const verify = api.useMutation('post', '/ledger/verify')
  const count = (number: number) => number.toLocaleString(i18n.language)
  const report = verify.data
  return (
    <AdminPage title={t('admin.room.ledger')}>
      <Card title={t('ledger.title')}>
        <div className={styles.content}>
          <p>{t('ledger.purpose')}</p>
          <div>
            <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate({})}>
              {t('ledger.verify')}
            </Button>
          </div>
          <ProblemAlert problem={verify.error} />
          {report && (
            <>
              <Alert
                role="status"
                showIcon
                type={report.broken ? 'error' : 'success'}
                title={t(report.broken ? 'ledger.broken' : 'ledger.sound')}
                description={
                  report.broken &&
                  t(`ledger.trouble.${report.broken.what}`, {
                    seal: report.broken.seal,
                    event: report.broken.event ?? '',
                  })
                }
              />
              <dl className={styles.figures}>
                <div>
                  <dt className="x-muted">{t('ledger.seals')}</dt>
                  <dd>{count(report.seals)}</dd>
                </div>
                <div>
                  <dt className="x-muted">{t('ledger.events')}</dt>
                  <dd>{count(report.events)}</dd>
                </div>
                <div>
                  <dt className="x-muted">{t('ledger.unsealed')}</dt>
                  <dd>{count(report.unsealed)}</dd>
                </div>
              </dl>
            </>
          )}
        </div>
      </Card>
    </AdminPage>
  )
}
