import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { InstantText } from '~/ui/InstantText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag } from '~/ui/StateTag'
import styles from '../admin/admin.module.css'
import { type Member, sessionsQuery, useEndSession, useEndSessions } from './api'

/** Where a member is logged in; one may be ended, or all. */
export function SessionsCard({ member: { id, name } }: { member: Member }) {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useQuery(sessionsQuery(id))
  const [all, setAll] = useState(false)
  const endOne = useEndSession(id)
  const endAll = useEndSessions(id)
  const items = data?.items ?? []
  return (
    <Card
      title={t('member.sessions')}
      extra={
        items.length > 1 && (
          <Button size="small" onClick={() => setAll(true)}>
            {t('member.endSessions')}
          </Button>
        )
      }
      flush
    >
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      <ProblemAlert problem={endOne.error} />
      {isPending && <PageSkeleton rows={2} />}
      <ul className={styles.rows}>
        {data && items.length === 0 && <li className="x-muted">{t('member.noSessions')}</li>}
        {items.map((one) => (
          <li key={one.id}>
            <span className={styles.words}>
              <span className={styles.name}>
                <span>
                  {t('member.loggedIn')} <InstantText at={one.since} />
                </span>
                {one.stay && <StateTag>{t('member.stays')}</StateTag>}
              </span>
              <span className="x-muted">
                {t('member.lastUsed')} <InstantText at={one.used_at} /> · {t('member.runsUntil')}{' '}
                <InstantText at={one.expires_at} />
              </span>
            </span>
            <span className={styles.buttons}>
              <Button
                size="small"
                loading={endOne.isPending && endOne.variables.params.path.session === one.id}
                onClick={() => endOne.mutate({ params: { path: { id, session: one.id } } })}
              >
                {t('member.endSession')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {all && (
        <ConfirmDialog
          title={t('member.endSessions')}
          confirmLabel={t('member.endSessions')}
          danger
          pending={endAll.isPending}
          problem={endAll.error}
          onConfirm={() => endAll.mutate({ params: { path: { id } } }, { onSuccess: () => setAll(false) })}
          onCancel={() => setAll(false)}
        >
          <p>{t('member.endSessionsMeans', { name })}</p>
        </ConfirmDialog>
      )}
    </Card>
  )
}
