/** A mistake in a pack, where it stands and what was expected there. */
export interface Mistake {
  file: string
  line: number
  column: number
  code: string
  offending: string
  expected: string
  hint: string
}

/** The mistakes that a refused pack came back with; none for any other refusal. */
export function mistakesIn(problem: unknown): Mistake[] {
  if (typeof problem !== 'object' || problem === null || !('mistakes' in problem)) return []
  return Array.isArray(problem.mistakes) ? problem.mistakes.flatMap(mistakeOf) : []
}

function mistakeOf(value: unknown): Mistake[] {
  if (typeof value !== 'object' || value === null) return []
  const said: Record<string, unknown> = { ...value }
  const text = (key: string) => (typeof said[key] === 'string' ? said[key] : '')
  const number = (key: string) => (typeof said[key] === 'number' ? said[key] : 0)
  return [
    {
      file: text('file'),
      line: number('line'),
      column: number('column'),
      code: text('code'),
      offending: text('offending'),
      expected: text('expected'),
      hint: text('hint'),
    },
  ]
}
