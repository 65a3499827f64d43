import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { useCompany } from '~/ui/company'
import { moneyWords } from '~/ui/money'
import { fullInstant } from '~/ui/time'
import type { Fact } from './api'
import styles from './approval.module.css'

/** What was known when it was asked, and what is known now; the changed first. */
export function FactsCard({ facts }: { facts: readonly Fact[] }) {
  const { t, i18n } = useTranslation()
  const { currency, zone } = useCompany()
  const told = facts.filter(
    ({ fact, then, now }) =>
      nameOf(fact) !== undefined && [then, now].some((value) => !isNothing(value) && !isId(value)),
  )
  if (told.length === 0) return null
  const sorted = [...told].sort((a, b) => Number(b.changed) - Number(a.changed))
  return (
    <Card title={t('approval.facts')} note={t('approval.factsNote')} flush>
      <div className={styles.scroll}>
        <table className={styles.facts}>
          <thead>
            <tr>
              <th>{t('approval.fact')}</th>
              <th>{t('approval.then')}</th>
              <th>{t('approval.now')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ fact, then, now, changed }) => (
              <tr key={fact}>
                <th scope="row">{nameOf(fact)}</th>
                <td>{words(fact, then)}</td>
                <td className={changed ? 'x-near' : 'x-muted'}>
                  {changed ? words(fact, now) : t('approval.same')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )

  /** What people call a fact; undefined where it is bookkeeping that decides nothing. */
  function nameOf(fact: string): string | undefined {
    const [kind, name] = fact.split('.')
    const key = [`fact.${fact}`, `${kind}.field.${name}`].find((one) => i18n.exists(one))
    return key === undefined ? undefined : t(key)
  }

  function words(fact: string, value: unknown): string {
    if (isNothing(value)) return '–'
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    if (typeof value === 'number' && MONEY.test(fact))
      return moneyWords({ amount: value, currency }, i18n.language)
    if (typeof value === 'number') return value.toLocaleString(i18n.language)
    if (typeof value === 'string' && INSTANT.test(value)) return fullInstant(Date.parse(value), zone)
    return t(`${fact}.${String(value)}`, { defaultValue: String(value) })
  }
}

/** Facts of money are minor units of the home currency. */
const MONEY = /amount|budget|cost|price/
const INSTANT = /^\d{4}-\d{2}-\d{2}T/
const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
const isNothing = (value: unknown) => value === null || value === undefined || value === ''
