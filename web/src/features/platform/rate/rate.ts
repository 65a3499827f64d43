const SCALE = 1_000_000

/** What was typed as a rate, in millionths: the server keeps no fractions. */
export const millionths = (typed: unknown): number =>
  typeof typed === 'number' && Number.isFinite(typed) ? Math.round(typed * SCALE) : 0

/** A rate as people write it: at least two places, no zeros after them. */
export function rateText(ppm: number): string {
  const [whole, places = ''] = (ppm / SCALE).toFixed(6).split('.')
  return `${whole}.${places.replace(/0+$/, '').padEnd(2, '0')}`
}
