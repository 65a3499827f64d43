export interface Money {
  /** Minor units: fen, cents. */
  amount: number
  currency: string
}

/** `¥62,800,000.00`; with `short` `¥6,280万`, `¥62.8M`. */
export function moneyWords({ amount, currency }: Money, locale: string, short = false): string {
  const major = amount / 10 ** minorDigits(currency)
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const format = short
    ? new Intl.NumberFormat(locale, { ...style, notation: 'compact', maximumSignificantDigits: 4 })
    : new Intl.NumberFormat(locale, style)
  return format.format(major)
}

/** How many digits a currency has behind the point: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** Minor units of an amount as typed, rounded to the currency. */
export function minorUnits(typed: number, currency: string): number {
  return Math.round(typed * 10 ** minorDigits(currency))
}

/** The symbol that stands before an amount in a field. */
export function currencySign(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return parts.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency
}
