export const LANGUAGES = ['zh', 'zh-Hant', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself. Not translated, so that everyone finds their own. */
export const languageNames: Record<Language, string> = {
  zh: '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
}

/** The tag that browsers know, for `lang`, `Accept-Language` and `Intl`. */
export const localeTags: Record<Language, string> = { zh: 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' }

export function languageOf(tag: string): Language | undefined {
  const lower = tag.toLowerCase()
  if (/^zh-(hant|tw|hk|mo)/.test(lower)) return 'zh-Hant'
  return LANGUAGES.find((language) => lower.startsWith(language))
}
