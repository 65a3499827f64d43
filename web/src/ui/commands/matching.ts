/** Where words are found in a name: the nearer to its beginning, the better; undefined where they are not. */
export type Matcher = (name: string, words: string) => number | undefined

/** Letters as they stand. */
export const plainMatch: Matcher = (name, words) => {
  const at = name.toLowerCase().indexOf(words.trim().toLowerCase())
  return at < 0 ? undefined : at
}

/** Also by pinyin and its initials: `kehu` and `kh` find 客户. Its table is fetched when it is first needed. */
export async function pinyinMatcher(traditional: boolean): Promise<Matcher> {
  const { default: pinyin } = traditional
    ? await import('pinyin-match/es/traditional')
    : await import('pinyin-match')
  return (name, words) => {
    const plain = plainMatch(name, words)
    if (plain !== undefined) return plain
    const found = pinyin.match(name, words.replaceAll(/\s/g, ''))
    // What is written so goes before what is merely pronounced so.
    return found === false ? undefined : found[0] + 0.5
  }
}

/** Those that match, best first; all as they stand while nothing is asked for. */
export function matching<One>(
  all: readonly One[],
  nameOf: (one: One) => string,
  words: string,
  match: Matcher,
): One[] {
  if (words.trim() === '') return [...all]
  return all
    .flatMap((one, order) => {
      const at = match(nameOf(one), words)
      return at === undefined ? [] : [{ one, at, order }]
    })
    .sort((a, b) => a.at - b.at || a.order - b.order)
    .map(({ one }) => one)
}
