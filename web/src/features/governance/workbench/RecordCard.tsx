import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import type { DeskRecord } from './api'
import styles from './RecordCard.module.css'

interface Props {
  title: string
  /** How many there are. */
  extra: ReactNode
  records: readonly DeskRecord[]
  /** Where a record stands that brings no address: `/projects`. */
  under: string
}

/** Records of one's own, those without a next step marked as the fault they are. */
export function RecordCard({ title, extra, records, under }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={title} extra={extra} flush>
      <ul>
        {records.map(({ id, number, name, title: called, stage_name, next_step, address }) => (
          <li key={id} className={styles.row}>
            <Link to={address ?? `${under}/${id}`} className={styles.name}>
              <span className="x-muted">{number}</span>
              {name ?? called}
            </Link>
            <span className={next_step === null ? styles.none : 'x-muted'}>
              {next_step === null ? t('workbench.noNextStep') : (next_step ?? stage_name)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
