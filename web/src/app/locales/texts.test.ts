import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../languages'
import { merged } from './merged'

const files = import.meta.glob<object>('./*/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.{ts,tsx}'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const textsOf = (language: string) =>
  leaves(
    merged(Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`)))),
  )
const zh = textsOf('zh')

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = textsOf(language)

  it('have the keys that all languages have', () => {
    expect([...texts.keys()].sort()).toEqual([...zh.keys()].sort())
  })

  it('are never empty', () => {
    expect([...texts].filter(([, words]) => words.trim() === '')).toEqual([])
  })

  it('are filled with the same values', () => {
    const different = [...texts].filter(
      ([key, words]) => String(slots(words)) !== String(slots(zh.get(key) ?? '')),
    )
    expect(different).toEqual([])
  })
})

it('every text that the program asks for by a full key exists', () => {
  const asked = Object.entries(sources).flatMap(([path, source]) =>
    [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => `${path}: ${key}`),
  )
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter((line) => !zh.has(line.slice(line.indexOf(': ') + 2)))).toEqual([])
})

it('every family of texts that the program asks for by a beginning exists', () => {
  const keys = [...zh.keys()]
  const asked = Object.entries(sources).flatMap(([path, source]) =>
    [...source.matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/g)].map(([, beginning]) => ({
      path,
      beginning: beginning ?? '',
    })),
  )
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter(({ beginning }) => !keys.some((key) => key.startsWith(beginning)))).toEqual([])
})

function leaves(tree: object, path: string[] = []): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set([...path, key].join('.'), value)
    else for (const [below, words] of leaves(value, [...path, key])) found.set(below, words)
  }
  return found
}

const slots = (words: string) => (words.match(/\{\{\w+\}\}/g) ?? []).sort()
