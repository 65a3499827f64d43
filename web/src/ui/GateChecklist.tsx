import { CheckCircleFilled, ExclamationCircleFilled, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { GateItem } from '~/api/problem'
import styles from './GateChecklist.module.css'

/** What a gate asks: each item met or missing, who supplies it, and the way to supply it. */
export function GateChecklist({ items }: { items: readonly GateItem[] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={`${item.gate} ${item.need}`} className={styles.item}>
          {item.met ? (
            <CheckCircleFilled className="x-kept" aria-label={t('gate.met')} />
          ) : (
            <ExclamationCircleFilled className="x-near" aria-label={t('gate.missing')} />
          )}
          <span className={styles.words}>
            {item.name}
            <Known item={item} />
          </span>
          {!item.met && item.address && (
            <Link to={item.address} className={styles.supply}>
              {t('gate.supply')} <RightOutlined aria-hidden />
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

function Known({ item }: { item: GateItem }) {
  const { t } = useTranslation()
  const supplier = item.met || !item.from ? undefined : t('gate.from', { who: item.from })
  const words = [item.effect === 'warn' ? t('gate.warns') : undefined, supplier].filter(Boolean).join(' · ')
  return words === '' ? null : <span className={`x-muted ${styles.detail}`}>{words}</span>
}
