import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { comma } from '~/ui/comma'
import styles from '../engage.module.css'
import type { Duplicate } from './api'

/** Customers that may be the one being entered, each with what gave it away and the way to it. */
export function DuplicateWarning({ duplicates }: { duplicates: readonly Duplicate[] }) {
  const { t } = useTranslation()
  if (duplicates.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('customer.duplicate.title', { count: duplicates.length })}
      description={
        <ul className={styles.alert}>
          {duplicates.map(({ id, number, name, owner, why }) => (
            <li key={id}>
              <Link to="/customers/$id" params={{ id }}>
                {name}
              </Link>{' '}
              <span className="x-muted">
                {[number, owner?.name, why.map((one) => t(`customer.duplicate.why.${one}`)).join(comma())]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  )
}
