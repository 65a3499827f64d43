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
        <li key={`${item.gate} ${item.code}`} className={styles.item}>
          {item.met ? (
            <CheckCircleFilled className="x-kept" aria-label={t('gate.met')} />
          ) : (
            <ExclamationCircleFilled className="x-near" aria-label={t('gate.missing')} />
          )}
          <span className={styles.words}>
            {item.words}
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
  const names = (item.from ?? []).flatMap((member) => (typeof member === 'string' ? [] : [member.name]))
  const supplier = item.met || names.length === 0 ? undefined : t('gate.from', { who: names.join('、') })
  const words = [item.detail, item.effect === 'warn' ? t('gate.warns') : undefined, supplier]
    .filter(Boolean)
    .join(' · ')
  return words === '' ? null : <span className={`x-muted ${styles.detail}`}>{words}</span>
}
