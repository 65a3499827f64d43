import type { HolidayDay } from './api'

/** Days that follow each other, of one festival and kind. */
export interface Span {
  key: string
  /** As the reader writes dates: "10月1日 – 10月8日". */
  words: string
  name: string
  makeUp: boolean
  count: number
}

const DAY = 86_400_000

/** Joins the days of a year, which come in order, to what people speak of: a festival from here to there. */
export function spans(days: readonly HolidayDay[], language: string): readonly Span[] {
  const runs: HolidayDay[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const follows =
      last !== undefined &&
      last.name === day.name &&
      last.make_up === day.make_up &&
      Date.parse(day.date) - Date.parse(last.date) === DAY
    if (follows) run?.push(day)
    else runs.push([day])
  }
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  })
  return runs.flatMap((run) => {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined) return []
    const from = format.format(new Date(first.date))
    const words = run.length === 1 ? from : `${from} – ${format.format(new Date(last.date))}`
    return [{ key: first.date, words, name: first.name, makeUp: first.make_up, count: run.length }]
  })
}
