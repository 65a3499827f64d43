import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { useSession } from '~/api/session'
import { Card } from '~/ui/Card'
import { Field } from '~/ui/Field'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { type MailSetting, mailQuery, useWantMail, type When, type Wish } from './api'
import styles from './mailing.module.css'

const KINDS = ['overdue', 'warning', 'notice'] as const
const WHENS: readonly When[] = ['now', 'digest', 'never']
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: hour,
  label: `${String(hour).padStart(2, '0')}:00`,
}))
/** Rest that somebody wants for the first time. */
const NIGHT = { quiet_from: 20, quiet_until: 8 }

/** Which notices come by mail, and when nobody is to be disturbed. */
export function MailCard() {
  const { data } = useSuspenseQuery(mailQuery)
  return <MailForm key={data.version} setting={data} />
}

function MailForm({ setting }: { setting: MailSetting }) {
  const { t } = useTranslation()
  const want = useWantMail()
  const [wish, setWish] = useState<Wish>(wishOf(setting))
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part })
  const rests = typeof wish.quiet_from === 'number'
  const unchanged = JSON.stringify(wish) === JSON.stringify(wishOf(setting))
  const pick = (field: 'quiet_from' | 'quiet_until') => (
    <Select
      aria-label={t(`mailing.${field}`)}
      className={styles.hour}
      value={wish[field]}
      options={HOURS}
      onChange={(hour: number) => change({ [field]: hour })}
    />
  )
  return (
    <Card title={t('mailing.mails')}>
      <div className={styles.form}>
        <Standing setting={setting} />
        {KINDS.map((kind) => (
          <Field key={kind} group label={t(`notification.kind.${kind}`)} help={t(`mailing.of.${kind}`)}>
            {() => (
              <Segmented
                aria-label={t(`notification.kind.${kind}`)}
                value={wish[kind]}
                options={WHENS.map((value) => ({ value, label: t(`mailing.when.${value}`) }))}
                onChange={(when) => change({ [kind]: when })}
              />
            )}
          </Field>
        ))}
        <p className="x-muted">{t('mailing.escalation')}</p>
        <Field
          label={t('mailing.digest')}
          help={t('mailing.digestHelp')}
          pointer="/digest_hour"
          problem={want.error}
        >
          {(attributes) => (
            <Select
              {...attributes}
              className={styles.hour}
              value={wish.digest_hour ?? -1}
              options={[{ value: -1, label: t('mailing.noDigest') }, ...HOURS]}
              onChange={(hour: number) => change({ digest_hour: hour < 0 ? null : hour })}
            />
          )}
        </Field>
        <Field group label={t('mailing.rest')} help={t('mailing.restHelp')}>
          {() => (
            <div className={styles.rest}>
              <Checkbox
                checked={wish.working_time}
                onChange={({ target }) => change({ working_time: target.checked })}
              >
                {t('mailing.workingTime')}
              </Checkbox>
              <span className={styles.hours}>
                <Checkbox
                  checked={rests}
                  onChange={({ target }) =>
                    change(target.checked ? NIGHT : { quiet_from: null, quiet_until: null })
                  }
                >
                  {t('mailing.ownRest')}
                </Checkbox>
                {rests && (
                  <span className={styles.span}>
                    {pick('quiet_from')} – {pick('quiet_until')}
                  </span>
                )}
              </span>
            </div>
          )}
        </Field>
        <ProblemAlert problem={want.error} />
        <div className={styles.buttons}>
          <Button
            type="primary"
            disabled={unchanged}
            loading={want.isPending}
            onClick={() => want.mutate({ params: { header: ifMatch(setting.version) }, body: wish })}
          >
            {t('mailing.save')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

/** Whether mails come at all, and how the last one went. */
function Standing({ setting: { sends, address, sent_at, failed_at, failed_why } }: { setting: MailSetting }) {
  const { t } = useTranslation()
  const { member } = useSession()
  if (!sends) return <p className="x-banner">{t('mailing.noServer')}</p>
  if (address === null || address === undefined)
    return (
      <p className="x-banner">
        {t('mailing.noAddress')}{' '}
        <Link to="/members/$id" params={{ id: member.id }}>
          {t('shell.account')}
        </Link>
      </p>
    )
  return (
    <>
      <p className="x-muted">
        {t('mailing.goesTo', { address })}
        {sent_at && (
          <>
            {' '}
            {t('mailing.lastSent')} <InstantText at={sent_at} />
          </>
        )}
      </p>
      {failed_at && (
        <p role="alert" className="x-banner">
          {t('mailing.lastFailed')} <InstantText at={failed_at} />: {failed_why}
        </p>
      )}
    </>
  )
}

function wishOf(setting: MailSetting): Wish {
  const { notice, warning, overdue, digest_hour, quiet_from, quiet_until, working_time } = setting
  return { notice, warning, overdue, digest_hour, quiet_from, quiet_until, working_time }
}
