import { minorUnits } from '../money'
import { isFile, isMoney, type Row } from './sheet'

type Scalar = string | number | boolean | null
type Answer = Scalar | readonly unknown[] | undefined

/**
 * Judges a pack's condition as far as the sheet alone decides it: `form.<field>`, literals, comparison, `in`,
 * `size()`, `&&`, `||`, `!`. Undefined when it asks for more; the server then judges.
 */
export function judge(condition: string, form: Row): boolean | undefined {
  try {
    const reader = new Reader(tokensOf(condition), form)
    const answer = reader.any()
    return reader.isDone() && typeof answer === 'boolean' ? answer : undefined
  } catch (cause) {
    if (cause instanceof Beyond) return undefined
    throw cause
  }
}

/** A condition that the sheet alone cannot decide. */
class Beyond extends Error {}

const TOKEN = /\s*(?:('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(&&|\|\||[=!<>]=|[()[\],!<>]))/y

function tokensOf(condition: string): string[] {
  const tokens: string[] = []
  const text = condition.trimEnd()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (match === null) throw new Beyond()
    tokens.push(match[0].trim())
  }
  return tokens
}

class Reader {
  private at = 0
  private readonly tokens: string[]
  private readonly form: Row

  constructor(tokens: string[], form: Row) {
    this.tokens = tokens
    this.form = form
  }

  isDone() {
    return this.at === this.tokens.length
  }

  any(): Answer {
    let left = this.all()
    while (this.take('||')) {
      const right = this.all()
      left = left === true || right === true
    }
    return left
  }

  private all(): Answer {
    let left = this.comparison()
    while (this.take('&&')) {
      const right = this.comparison()
      left = left === true && right === true
    }
    return left
  }

  private comparison(): Answer {
    const left = this.single()
    for (const sign of ['==', '!=', '<=', '>=', '<', '>', 'in']) {
      if (this.take(sign)) return compare(left, sign, this.single())
    }
    return left
  }

  private single(): Answer {
    if (this.take('!')) return this.single() !== true
    if (this.take('(')) {
      const answer = this.any()
      this.need(')')
      return answer
    }
    if (this.take('[')) return this.list()
    if (this.take('size')) {
      this.need('(')
      const counted = this.any()
      this.need(')')
      return typeof counted === 'string' || Array.isArray(counted) ? counted.length : 0
    }
    if (this.take('money')) return this.money()
    return this.literal()
  }

  /** `money('CNY', 5000)`: a whole number of yuan, in minor units. */
  private money(): Answer {
    this.need('(')
    const currency = this.literal()
    this.need(',')
    const amount = this.literal()
    this.need(')')
    if (typeof currency !== 'string' || typeof amount !== 'number') throw new Beyond()
    return minorUnits(amount, currency)
  }

  private list(): Answer {
    const items: Answer[] = []
    while (!this.take(']')) {
      items.push(this.single())
      this.take(',')
    }
    return items
  }

  private literal(): Answer {
    const token = this.tokens[this.at++]
    if (token === undefined) throw new Beyond()
    if (token === 'true' || token === 'false') return token === 'true'
    if (token === 'null') return null
    if (/^['"]/.test(token)) return token.slice(1, -1)
    if (/^-?\d/.test(token)) return Number(token)
    const field = /^form\.(\w+)$/.exec(token)?.[1]
    if (field === undefined) throw new Beyond()
    return answerOf(this.form[field])
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false
    this.at += 1
    return true
  }

  private need(token: string) {
    if (!this.take(token)) throw new Beyond()
  }
}

function answerOf(value: Row[string]): Answer {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value)) return value
  // As the server reads them: money as its minor units, a file as its id.
  if (isMoney(value)) return value.amount
  if (isFile(value)) return value.id
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined
}

function compare(left: Answer, sign: string, right: Answer): boolean {
  if (sign === '==') return left === right
  if (sign === '!=') return left !== right
  if (sign === 'in') return Array.isArray(right) && right.includes(left)
  if (typeof left === 'number' && typeof right === 'number') return ordered(left - right, sign)
  // Dates are written so that the order of letters is that of days. What is empty is neither before nor after.
  if (typeof left === 'string' && typeof right === 'string')
    return ordered(left < right ? -1 : left > right ? 1 : 0, sign)
  return false
}

function ordered(difference: number, sign: string): boolean {
  if (sign === '<') return difference < 0
  if (sign === '<=') return difference <= 0
  return sign === '>' ? difference > 0 : difference >= 0
}
