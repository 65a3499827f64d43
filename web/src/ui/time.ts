const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** How many midnights of the zone lie between two moments: 0 the same day, 1 the day after. */
export function daysBetween(from: number, to: number, zone: string): number {
  return Math.round((dayOf(to, zone) - dayOf(from, zone)) / DAY)
}

export function hourOf(moment: number, zone: string): number {
  return Number(partsOf(moment, zone).hour)
}

/** Whole hours and minutes of a length of time, which is taken without its sign. */
export function hoursAndMinutes(length: number): { hours: number; minutes: number } {
  const minutes = Math.floor(Math.abs(length) / MINUTE)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

/** `2026-11-21 18:00`, the same in every language. */
export function fullInstant(moment: number, zone: string): string {
  const { year, month, day, hour, minute } = partsOf(moment, zone)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

export function clockTime(moment: number, zone: string): string {
  const { hour, minute } = partsOf(moment, zone)
  return `${hour}:${minute}`
}

/** `11-21`, with the year before it when it is not this one. */
export function shortDate(moment: number, now: number, zone: string): string {
  const { year, month, day } = partsOf(moment, zone)
  return year === partsOf(now, zone).year ? `${month}-${day}` : `${year}-${month}-${day}`
}

export function weekday(moment: number, locale: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: zone }).format(moment)
}

/** 0 on Monday, 6 on Sunday. */
export function dayOfWeek(moment: number, zone: string): number {
  return (new Date(dayOf(moment, zone)).getUTCDay() + 6) % 7
}

function dayOf(moment: number, zone: string): number {
  const { year, month, day } = partsOf(moment, zone)
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}

interface Parts {
  year: string
  month: string
  day: string
  hour: string
  minute: string
}
const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(moment: number, zone: string): Parts {
  const parts: Parts = { year: '', month: '', day: '', hour: '', minute: '' }
  for (const { type, value } of formatOf(zone).formatToParts(moment)) {
    if (type in parts) Object.assign(parts, { [type]: value })
  }
  return parts
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** `2026-11-21T18:00`, as a `datetime-local` field wants it. */
export function localWords(moment: number, zone: string): string {
  return fullInstant(moment, zone).replace(' ', 'T')
}

/** The moment that these words mean in the zone; undefined when they mean none. */
export function instantOf(words: string, zone: string): number | undefined {
  const plain = Date.parse(`${words}Z`)
  if (Number.isNaN(plain)) return undefined
  // The zone's distance from UTC is taken at the moment found with the first guess: right also where clocks change.
  const guess = plain - distance(plain, zone)
  return plain - distance(guess, zone)
}

const distance = (moment: number, zone: string) =>
  Date.parse(`${localWords(moment, zone)}Z`) - Math.floor(moment / MINUTE) * MINUTE
