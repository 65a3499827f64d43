import { useTranslation } from 'react-i18next'
import { type Money, moneyWords } from './money'

interface Props {
  money: Money | null | undefined
  /** With 万 and 亿 (K, M), where space is short; the full amount shows on hover. */
  short?: boolean
}

export function MoneyText({ money, short = false }: Props) {
  const { i18n } = useTranslation()
  if (money === null || money === undefined) return <span className="x-muted">–</span>
  const full = moneyWords(money, i18n.language)
  return <span title={short ? full : undefined}>{short ? moneyWords(money, i18n.language, true) : full}</span>
}
