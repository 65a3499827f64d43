import { useTranslation } from 'react-i18next'
import { choose } from './i18n'
import { LANGUAGES, languageNames } from './languages'

export interface LanguageChoice {
  key: string
  name: string
  current: boolean
  choose: () => void
}

export function useLanguages(): LanguageChoice[] {
  const { i18n } = useTranslation()
  return LANGUAGES.map((key) => ({
    key,
    name: languageNames[key],
    current: i18n.language === key,
    choose: () => void choose(key),
  }))
}
