import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag } from '~/ui/StateTag'
import { AdminPage } from '../admin/AdminPage'
import styles from '../admin/admin.module.css'
import { AdoptDialog } from './AdoptDialog'
import { type Overview, policiesQuery, usePublish } from './api'
import { MigrateDialog } from './MigrateDialog'
import { PublishOwnDialog } from './PublishOwnDialog'

export function PoliciesPage() {
  const { t } = useTranslation()
  const { data: overview } = useSuspenseQuery(policiesQuery)
  const [own, setOwn] = useState(false)
  return (
    <AdminPage
      title={t('admin.room.policies')}
      actions={overview.can.publish && <Button onClick={() => setOwn(true)}>{t('policy.publishOwn')}</Button>}
    >
      <InForce overview={overview} />
      <Offered overview={overview} />
      <Published overview={overview} />
      {own && <PublishOwnDialog onDone={() => setOwn(false)} />}
    </AdminPage>
  )
}

function InForce({ overview }: { overview: Overview }) {
  const { t } = useTranslation()
  const nameOf = (id: string) => overview.published.find((one) => one.id === id)
  return (
    <Card title={t('policy.inForce')} flush>
      {overview.adoptions.length === 0 ? (
        <EmptyState title={t('policy.noneInForce.title')}>{t('policy.noneInForce.detail')}</EmptyState>
      ) : (
        <ul className={styles.rows}>
          {overview.adoptions.map(({ department, department_id, version_id, from, in_force }) => {
            const pack = nameOf(version_id)
            return (
              <li key={`${department_id} ${version_id} ${from}`}>
                <span className={styles.words}>
                  <span className={styles.name}>
                    {department}
                    {in_force && <StateTag tone="kept">{t('policy.holds')}</StateTag>}
                  </span>
                  <Link to="/policies/$id" params={{ id: version_id }}>
                    {pack ? `${pack.name} ${pack.version}` : version_id}
                  </Link>
                  <span className="x-muted">{t('policy.from', { day: from })}</span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

/** What the program brings: nobody has to write a regulation before the first day. */
function Offered({ overview }: { overview: Overview }) {
  const { t } = useTranslation()
  const publish = usePublish()
  const waiting = overview.offered.filter(({ published }) => !published)
  if (waiting.length === 0) return null
  return (
    <Card title={t('policy.offered')} note={t('policy.offeredNote')} flush>
      <ProblemAlert problem={publish.error} />
      <ul className={styles.rows}>
        {waiting.map(({ pack, version, name, for_whom, extends: bases }) => (
          <li key={pack}>
            <span className={styles.words}>
              <span className={styles.name}>
                {name} <span className="x-muted">{`${pack} ${version}`}</span>
              </span>
              {for_whom && <span className="x-muted">{for_whom}</span>}
              {bases.length > 0 && (
                <span className="x-muted">{t('policy.extends', { packs: bases.join(comma()) })}</span>
              )}
            </span>
            {overview.can.publish && (
              <span className={styles.buttons}>
                <Button
                  loading={publish.isPending && publish.variables.body.pack === pack}
                  onClick={() => publish.mutate({ body: { pack } })}
                >
                  {t('policy.publish')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Published({ overview }: { overview: Overview }) {
  const { t } = useTranslation()
  const may = useMay()
  const [adopting, setAdopting] = useState<Overview['published'][number]>()
  const [leaving, setLeaving] = useState<Overview['published'][number]>()
  const moves = may('policy.migrate') && overview.published.length > 1
  const unused = (id: string) => !overview.adoptions.some(({ version_id }) => version_id === id)
  if (overview.published.length === 0) return null
  return (
    <Card title={t('policy.published')} note={t('policy.publishedNote')} flush>
      <ul className={styles.rows}>
        {overview.published.map((one, at) => (
          <li key={one.id}>
            <span className={styles.words}>
              <span className={styles.name}>
                <Link to="/policies/$id" params={{ id: one.id }}>
                  {one.name}
                </Link>
                <span className="x-muted">{`${one.pack} ${one.version}`}</span>
                {unused(one.id) && <StateTag tone="near">{t('policy.unused')}</StateTag>}
              </span>
              <span className="x-muted">
                <InstantText at={one.published_at} /> · {t('policy.hash', { hash: one.hash.slice(0, 12) })}
              </span>
            </span>
            {(overview.can.adopt || moves) && (
              <span className={styles.buttons}>
                {moves && !unused(one.id) && (
                  <Button onClick={() => setLeaving(one)}>{t('policy.migrate')}</Button>
                )}
                {overview.can.adopt && (
                  <Button
                    type={at === 0 && unused(one.id) ? 'primary' : 'default'}
                    onClick={() => setAdopting(one)}
                  >
                    {t('policy.adopt')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {leaving && (
        <MigrateDialog from={leaving} published={overview.published} onDone={() => setLeaving(undefined)} />
      )}
      {adopting && <AdoptDialog pack={adopting} onDone={() => setAdopting(undefined)} />}
    </Card>
  )
}
