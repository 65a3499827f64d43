import { useTranslation } from 'react-i18next'
import { ActionLink } from '~/ui/ActionLink'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { DueClock } from '~/ui/DueClock'
import { StateTag } from '~/ui/StateTag'
import styles from './OwedCard.module.css'
import { type Obligation, useOwed } from './owed'

/** The clocks that run on a record: what, by when and why then, whose it is. Nothing owed, nothing shown. */
export function OwedCard({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data: owed = [] } = useOwed(id)
  if (owed.length === 0) return null
  return (
    <Card title={t('engage.owed')} flush>
      <ul>
        {owed.map((obligation) => (
          <OwedRow key={obligation.id} obligation={obligation} />
        ))}
      </ul>
    </Card>
  )
}

function OwedRow({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation()
  const { name, due_at, why, people, paused, action } = obligation
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span>{name}</span>
        <span className="x-muted">{people.map((person) => person.name).join(comma())}</span>
      </span>
      <span className={styles.clock}>
        {paused ? <StateTag tone="near">{t('engage.paused')}</StateTag> : <DueClock at={due_at} why={why} />}
        {action.kind === 'file' && action.address && (
          <ActionLink to={action.address}>{action.label}</ActionLink>
        )}
      </span>
    </li>
  )
}
