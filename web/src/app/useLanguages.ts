import { useTranslation } from 'react-i18next'
import { choose } from './i18n'
import { LANGUAGES, type Language, languageNames } from './languages'

export interface LanguageChoice {
  key: string
  name: string
  current: boolean
  choose: () => void
}

/** The languages to choose from; `keep` takes the choice down where somebody is logged in. */
export function useLanguages(keep?: (language: Language) => void): LanguageChoice[] {
  const { i18n } = useTranslation()
  return LANGUAGES.map((key) => ({
    key,
    name: languageNames[key],
    current: i18n.language === key,
    choose: () => {
      void choose(key)
      keep?.(key)
    },
  }))
}
