import { useSyncExternalStore } from 'react'
import type { Appearance } from '~/ui/theme'
import { type Language, languageOf } from './languages'

export type AppearanceChoice = Appearance | 'system'

/** What this browser remembers of its reader: no record, so not on the server. */
const LANGUAGE = 'xianji.language'
const APPEARANCE = 'xianji.appearance'
const dark = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, appearance)
}

export function useAppearanceChoice(): AppearanceChoice {
  return useSyncExternalStore(subscribe, appearanceChoice)
}

export function chooseAppearance(choice: AppearanceChoice) {
  remember(APPEARANCE, choice)
}

/** The language chosen here, else undefined. It holds until somebody logs in. */
export function chosenLanguage(): Language | undefined {
  const stored = recall(LANGUAGE)
  return stored === null ? undefined : languageOf(stored)
}

export function rememberLanguage(language: Language) {
  remember(LANGUAGE, language)
}

export function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = languageOf(tag)
    if (language !== undefined) return language
  }
  return 'zh'
}

function appearance(): Appearance {
  const choice = appearanceChoice()
  if (choice !== 'system') return choice
  return dark.matches ? 'dark' : 'light'
}

function appearanceChoice(): AppearanceChoice {
  const stored = recall(APPEARANCE)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  dark.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    dark.removeEventListener('change', listener)
  }
}

// A browser may refuse storage altogether; then the choice holds until the page is left.
const held = new Map<string, string>()

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? held.get(key) ?? null
  } catch {
    return held.get(key) ?? null
  }
}

function remember(key: string, value: string) {
  held.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // Kept in `held`.
  }
  for (const listener of listeners) listener()
}
