const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `12 kB`, as the reader's language writes it. */
export function sizeWords(bytes: number, locale: string): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  const style = {
    style: 'unit',
    unit: UNITS[unit],
    unitDisplay: 'short',
    maximumFractionDigits: size < 10 ? 1 : 0,
  } as const
  return new Intl.NumberFormat(locale, style).format(size)
}
