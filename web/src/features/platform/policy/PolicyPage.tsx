import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRuleName } from '~/api/rules'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { RecordPage, type Tab } from '~/ui/RecordPage'
import { AdminNav } from '../admin/AdminPage'
import styles from '../admin/admin.module.css'
import { PositionCard } from '../position/PositionCard'
import { type Pack, packQuery } from './api'

/** A pack as people read it: clause by clause, each with the controls that carry it. */
export function PolicyPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/shell/policies/$id' })
  const { tab } = useSearch({ from: '/shell/policies/$id' })
  const navigate = useNavigate({ from: '/policies/$id' })
  const { data: pack } = useSuspenseQuery(packQuery(id))
  const tabs: Tab[] = [
    { key: 'clauses', label: t('policy.tab.clauses'), content: <Clauses pack={pack} /> },
    { key: 'controls', label: t('policy.tab.controls'), content: <Controls pack={pack} /> },
    {
      key: 'positions',
      label: t('policy.tab.positions'),
      content: pack.positions.map((position) => <PositionCard key={position.id} position={position} />),
    },
  ]
  const clauses = pack.regulations.reduce((sum, one) => sum + one.clauses.length, 0)
  return (
    <>
      <AdminNav />
      <RecordPage
        number={`${pack.pack} ${pack.pack_version}`}
        name={pack.name}
        facts={[
          { label: t('policy.statement.clause'), value: clauses },
          { label: t('policy.statement.control'), value: pack.controls.length },
          ...Object.entries(pack.statements)
            .filter(([, count]) => count > 0)
            .map(([kind, count]) => ({ label: t(`policy.statement.${kind}`), value: count })),
        ]}
        tabs={tabs}
        tab={tab}
        onTab={(next) => navigate({ search: { tab: next }, replace: true })}
      />
    </>
  )
}

function Clauses({ pack }: { pack: Pack }) {
  const { t } = useTranslation()
  return pack.regulations.map((regulation) => (
    <Card
      key={regulation.id}
      title={regulation.name}
      note={t('policy.clauseCount', { count: regulation.clauses.length })}
      flush
    >
      <ul className={styles.clauses}>
        {regulation.clauses.map(({ id, text, controls }) => (
          <li key={id}>
            <span className="x-muted">{id}</span>
            <p>{text}</p>
            <span className={styles.tags}>
              {controls.length === 0 && <span className="x-near">{t('policy.noControl')}</span>}
              {controls.map((control) => (
                <Tag key={control}>{control}</Tag>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  ))
}

function Controls({ pack }: { pack: Pack }) {
  const { t } = useTranslation()
  const nameOf = useRuleName()
  return (
    <Card title={t('policy.tab.controls')} note={t('policy.controlsNote')} flush>
      <ul className={styles.clauses}>
        {pack.controls.map(({ id, name, enforced_by, measured_by, waits_for }) => (
          <li key={id}>
            <span className="x-muted">{id}</span>
            <div className={styles.words}>
              {name && <span>{name}</span>}
              <span className="x-muted">
                {t('policy.enforcedBy', { rules: enforced_by.map(nameOf).join(comma()) || '–' })}
              </span>
              <span className="x-muted">
                {t('policy.measuredBy', { rules: measured_by.map(nameOf).join(comma()) || '–' })}
              </span>
            </div>
            <span className={styles.tags}>
              {waits_for.map((record) => (
                <Tag key={record}>
                  {t('policy.waitsFor', { record: t(`recordKind.${record}`, { defaultValue: record }) })}
                </Tag>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
