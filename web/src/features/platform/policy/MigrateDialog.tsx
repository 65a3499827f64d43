import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '~/api/client'
import { useRuleName } from '~/api/rules'
import { InstantText } from '~/ui/InstantText'
import { FormSheet } from '~/ui/sheet/FormSheet'
import styles from '../admin/admin.module.css'
import type { Overview } from './api'
import { type Moved, move, sumsOf, WHATS } from './moving'

type Version = Overview['published'][number]

interface Props {
  from: Version
  published: readonly Version[]
  onDone: () => void
}

/** As many records as the preview lists; the sums are over all. */
const LISTED = 30

/** Moves running records to another version: what it would do is shown first, then it is done with a reason. */
export function MigrateDialog({ from, published, onDone }: Props) {
  const { t } = useTranslation()
  const [seen, setSeen] = useState(0)
  const [to, setTo] = useState<string>()
  const told = (so_far: readonly Moved[]) => setSeen(so_far.length)
  const trial = useMutation({ mutationFn: (target: string) => move({ from: from.id, to: target }, told) })
  const act = useMutation({
    mutationFn: (reason: string) => move({ from: from.id, to: to ?? '', reason }, told),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const nameOf = ({ name, version }: Version) => `${name} ${version}`
  const target = published.find(({ id }) => id === to)
  const choices = published
    .filter(({ id }) => id !== from.id)
    .map((one) => ({ id: one.id, name: nameOf(one) }))
  return (
    <Modal
      open
      width={680}
      title={t('policy.migrateOf', { name: nameOf(from) })}
      footer={
        act.data ? (
          <Button type="primary" onClick={onDone}>
            {t('policy.understood')}
          </Button>
        ) : null
      }
      onCancel={onDone}
      mask={{ closable: false }}
    >
      <div className={styles.content}>
        {trial.data === undefined ? (
          <FormSheet
            fields={[
              {
                id: 'to',
                name: t('policy.migrateTo'),
                type: 'choice',
                listed: true,
                required: true,
                choices,
                help: t('policy.migrateHelp'),
              },
            ]}
            initial={{
              to:
                choices.find(({ id }) => published.find((one) => one.id === id)?.pack === from.pack)?.id ??
                null,
            }}
            submitLabel={t('policy.preview')}
            pending={trial.isPending}
            problem={trial.error}
            onSubmit={async (values) => {
              setTo(String(values.to))
              await trial.mutateAsync(String(values.to))
            }}
            onCancel={onDone}
          />
        ) : (
          <>
            <Outcome
              subjects={act.data ?? trial.data}
              done={act.data !== undefined}
              to={target ? nameOf(target) : ''}
            />
            {act.data === undefined && trial.data.length > 0 && (
              <FormSheet
                fields={[
                  {
                    id: 'reason',
                    name: t('reason.label'),
                    type: 'text',
                    long: true,
                    limit: 2000,
                    required: true,
                    help: t('reason.hint'),
                  },
                ]}
                submitLabel={t('policy.migrateNow')}
                pending={act.isPending}
                problem={act.error}
                onSubmit={async ({ reason }) => {
                  await act.mutateAsync(String(reason).trim())
                }}
                onCancel={onDone}
              />
            )}
          </>
        )}
        {(trial.isPending || act.isPending) && (
          <p role="status" className="x-muted">
            {t('policy.seen', { count: seen })}
          </p>
        )}
      </div>
    </Modal>
  )
}

function Outcome({ subjects, done, to }: { subjects: readonly Moved[]; done: boolean; to: string }) {
  const { t } = useTranslation()
  const ruleName = useRuleName()
  const sums = sumsOf(subjects)
  const touched = subjects.filter(({ refused, changed }) => refused || changed.length > 0)
  if (subjects.length === 0) return <p>{t('policy.nothingRuns')}</p>
  return (
    <>
      <p role={done ? 'status' : undefined} className={done ? 'x-kept' : undefined}>
        {t(done ? 'policy.migrated' : 'policy.wouldMigrate', { count: sums.moved, to })}
      </p>
      <dl className={styles.facts}>
        <dt className="x-muted">{t('policy.became.kept')}</dt>
        <dd>{sums.kept}</dd>
        {WHATS.filter((what) => sums.changed[what] > 0).map((what) => (
          <Pair key={what} name={t(`policy.became.${what}`)} count={sums.changed[what]} />
        ))}
        {sums.refused > 0 && <Pair name={t('policy.became.refused')} count={sums.refused} />}
      </dl>
      {touched.length > 0 && (
        <ul className={styles.rows}>
          {touched.slice(0, LISTED).map(({ subject, number, title, refused, changed }) => (
            <li key={subject.id}>
              <span className={styles.words}>
                <span>{[number, title].filter(Boolean).join(' · ')}</span>
                {refused && (
                  <span className="x-near">{t(`policy.refused.${refused}`, { defaultValue: refused })}</span>
                )}
                {changed.map(({ id, rule, what, due_at, due_before }) => (
                  <span key={id} className="x-muted">
                    {ruleName(`obligation:${rule}`)} · {t(`policy.became.${what}`)}
                    {what === 'due_moved' && (
                      <>
                        {' '}
                        <InstantText at={due_before} /> → <InstantText at={due_at} />
                      </>
                    )}
                  </span>
                ))}
              </span>
            </li>
          ))}
          {touched.length > LISTED && (
            <li className="x-muted">{t('policy.andMore', { count: touched.length - LISTED })}</li>
          )}
        </ul>
      )}
    </>
  )
}

function Pair({ name, count }: { name: string; count: number }) {
  return (
    <>
      <dt className="x-muted">{name}</dt>
      <dd>{count}</dd>
    </>
  )
}
