import type { Locale } from 'antd/es/locale'
import dayjs from 'dayjs'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, localeTags } from './languages'
import { browserLanguage, chosenLanguage, rememberLanguage } from './preferences'

const loaders = {
  zh: () => import('./locales/zh'),
  'zh-Hant': () => import('./locales/zh-Hant'),
  en: () => import('./locales/en'),
}
const parts = new Map<string, Locale>()

export async function startLanguages() {
  await i18next.use(initReactI18next).init({
    resources: {},
    interpolation: { escapeValue: false }, // React escapes.
    returnNull: false,
  })
  await speak(chosenLanguage() ?? browserLanguage())
}

/** Changes the language of everything, once its texts are here. */
export async function speak(language: Language) {
  const { antd, calendar, texts } = await loaders[language]()
  parts.set(language, antd)
  i18next.addResourceBundle(language, 'translation', texts)
  dayjs.locale(calendar)
  document.documentElement.lang = localeTags[language]
  await i18next.changeLanguage(language)
}

/** A choice of the reader's own: this browser begins with it before anybody has logged in. */
export async function choose(language: Language) {
  rememberLanguage(language)
  await speak(language)
}

/** The texts inside Ant Design's parts. */
export const partsLocale = (language: string): Locale | undefined => parts.get(language)
