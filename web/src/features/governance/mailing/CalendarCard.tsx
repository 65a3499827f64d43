import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { Field } from '~/ui/Field'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { calendarQuery, useRevokeCalendar, useShareCalendar } from './api'
import styles from './mailing.module.css'

/** One's dues in one's own calendar: a link that is shown once and can be taken back. */
export function CalendarCard() {
  const { t } = useTranslation()
  const { created_at, used_at } = useSuspenseQuery(calendarQuery).data
  const share = useShareCalendar()
  const revoke = useRevokeCalendar()
  const [asked, setAsked] = useState<'share' | 'revoke'>()
  const shared = created_at !== null && created_at !== undefined
  const address = shared ? share.data?.address : undefined
  const done = { onSuccess: () => setAsked(undefined) }
  return (
    <Card title={t('mailing.calendar')}>
      <div className={styles.form}>
        <p>{t('mailing.calendarHelp')}</p>
        {address && <NewLink address={new URL(address, location.origin).href} />}
        {shared && (
          <p className="x-muted">
            {t('mailing.linkMade')} <InstantText at={created_at} />
            {' · '}
            {used_at ? (
              <>
                {t('mailing.linkUsed')} <InstantText at={used_at} />
              </>
            ) : (
              t('mailing.linkUnused')
            )}
          </p>
        )}
        <ProblemAlert problem={share.error} />
        <div className={styles.buttons}>
          {shared ? (
            <>
              <Button onClick={() => setAsked('share')}>{t('mailing.shareAgain')}</Button>
              <Button danger onClick={() => setAsked('revoke')}>
                {t('mailing.revoke')}
              </Button>
            </>
          ) : (
            <Button type="primary" loading={share.isPending} onClick={() => share.mutate({})}>
              {t('mailing.share')}
            </Button>
          )}
        </div>
      </div>
      {asked && (
        <ConfirmDialog
          title={t(asked === 'share' ? 'mailing.shareAgain' : 'mailing.revoke')}
          confirmLabel={t(asked === 'share' ? 'mailing.shareAgain' : 'mailing.revoke')}
          danger
          pending={share.isPending || revoke.isPending}
          problem={asked === 'share' ? share.error : revoke.error}
          onConfirm={() => (asked === 'share' ? share.mutate({}, done) : revoke.mutate({}, done))}
          onCancel={() => setAsked(undefined)}
        >
          {t('mailing.revokeMeans')}
        </ConfirmDialog>
      )}
    </Card>
  )
}

function NewLink({ address }: { address: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard?.writeText(address).then(() => setCopied(true))
  return (
    <Field label={t('mailing.link')} help={t('mailing.linkOnce')}>
      {({ id, 'aria-describedby': described }) => (
        <span className={styles.link}>
          <Input
            id={id}
            aria-describedby={described}
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
          <Button onClick={copy}>{t(copied ? 'mailing.copied' : 'mailing.copy')}</Button>
          <Button href={address.replace(/^https?/, 'webcal')}>{t('mailing.subscribe')}</Button>
        </span>
      )}
    </Field>
  )
}
