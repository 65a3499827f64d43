import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import type { WorkbenchRecord } from './api'
import styles from './RecordCard.module.css'

interface Props {
  title: string
  records: readonly WorkbenchRecord[]
}

/** Records of one's own, those without a next step marked as the fault they are. */
export function RecordCard({ title, records }: Props) {
  const { t } = useTranslation()
  if (records.length === 0) return null
  return (
    <Card title={title} extra={<span className="x-muted">{records.length}</span>} flush>
      <ul>
        {records.map(({ id, number, name, next_step, address }) => (
          <li key={id} className={styles.row}>
            <Link to={address} className={styles.name}>
              <span className="x-muted">{number}</span>
              {name}
            </Link>
            <span className={next_step === null ? styles.none : 'x-muted'}>
              {next_step ?? t('workbench.noNextStep')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
