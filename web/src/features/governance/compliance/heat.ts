export type Heat = 'none' | 'good' | 'fair' | 'near' | 'late'

/** How a share of compliance is coloured; the figure stands in the cell as well. */
export function heatOf(percent: number | null | undefined): Heat {
  if (percent === null || percent === undefined) return 'none'
  if (percent >= 97) return 'good'
  if (percent >= 90) return 'fair'
  return percent >= 80 ? 'near' : 'late'
}

/** `93%`; a dash where nothing was due. Short of a hundred is never shown as a hundred. */
export function percentWords(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return '–'
  const whole = Math.round(percent)
  return `${whole === 100 && percent < 100 ? 99 : whole}%`
}

/** The month before or after: `2026-01` less one is `2025-12`. */
export function monthFrom(period: string, months: number): string {
  const [year = 0, month = 1] = period.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
