import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import styles from '../admin/admin.module.css'
import type { PackPosition } from '../policy/api'

interface Props {
  position: PackPosition
  /** Who holds it today; undefined where nobody asked. */
  holders?: readonly { id: string; name: string }[] | undefined
}

/** A position: what it is for, who holds it, what it may do and how far. */
export function PositionCard({ position, holders }: Props) {
  const { t } = useTranslation()
  const { name, of, duties, permissions } = position
  return (
    <Card
      title={name}
      note={of && t('position.role', { of: t(`position.team.${of}`, { defaultValue: of }) })}
    >
      <div className={styles.content}>
        {holders !== undefined && !of && (
          <p>
            <span className="x-muted">{t('position.holders')} </span>
            {holders.length === 0 && <span className="x-near">{t('position.nobody')}</span>}
            {holders.map((holder, at) => (
              <span key={holder.id}>
                {at > 0 && comma()}
                <Link to="/members/$id" params={{ id: holder.id }} className="x-in-text">
                  {holder.name}
                </Link>
              </span>
            ))}
          </p>
        )}
        {duties.length > 0 && (
          <ul>
            {duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        )}
        <details>
          <summary>{t('position.rights', { count: permissions.length })}</summary>
          <ul className={styles.permissions}>
            {permissions.map(({ action, reach, when }) => (
              <li key={`${action} ${reach} ${when ?? ''}`}>
                <code>{action}</code>
                <span className="x-muted">{t(`position.reach.${reach}`)}</span>
                {when && <code className={`x-muted ${styles.when}`}>{when}</code>}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </Card>
  )
}
