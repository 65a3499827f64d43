import type { TFunction } from 'i18next'
import type { components } from '~/api/schema'
import { comma } from '~/ui/comma'
import type { Happening } from '~/ui/Timeline'

export type TimelineItem = components['schemas']['TimelineItem']

/** What a statement of the pack is called, by kind and id; the same words back where it has no name. */
export type RuleName = (rule: string) => string

/** What happened, in words; the evidence's own name where there are none yet. */
export function happeningOf(
  item: TimelineItem,
  t: TFunction,
  ruleName: RuleName = (rule) => rule,
): Happening & { title: string } {
  const { kind, what } = partsOf(item.name)
  const who = item.member_name ?? t('engage.system')
  return {
    id: item.id,
    at: item.happened_at,
    kind: groupOf(item.name),
    title: t([`engage.happened.${kind}.${what}`, 'engage.happened.other'], {
      who,
      name: item.name,
    }),
    detail: detailOf(item, t, ruleName),
    tone: toneOf(what),
  }
}

/** `inquiry.replied` and `obligation:first-reply.overdue` alike: what kind of thing, and what happened to it. */
export function partsOf(name: string): { kind: string; what: string } {
  const at = name.lastIndexOf('.')
  const kind = at < 0 ? name : name.slice(0, at)
  return { kind: kind.split(':')[0] ?? kind, what: name.slice(at + 1) }
}

/** What the switch above the timeline tells apart. */
export function groupOf(name: string): 'talk' | 'rule' | 'change' {
  const { kind, what } = partsOf(name)
  if (RULES.has(kind)) return 'rule'
  if (kind === 'interaction' || kind === 'message' || TALK.has(what)) return 'talk'
  return 'change'
}

const RULES = new Set(['obligation', 'gate', 'approval', 'grading', 'stage', 'notice', 'form', 'deliverable'])
const TALK = new Set(['replied', 'message_received', 'followed_up', 'received'])
const LATE = new Set(['overdue', 'late', 'refused'])
const NEAR = new Set(['reopened', 'waiting', 'escalated', 'waived', 'exempted', 'corrected', 'revealed'])

const toneOf = (what: string) => (LATE.has(what) ? 'late' : NEAR.has(what) ? 'near' : 'plain')

function detailOf({ facts, name }: TimelineItem, t: TFunction, ruleName: RuleName): string | undefined {
  const said: Record<string, unknown> = Object(facts)
  const words = [
    ruleOf(name, said.rule, ruleName),
    fieldsOf(said.fields, partsOf(name).kind, t),
    choiceOf('channel', said.channel, t),
    choiceOf('outcome', said.outcome, t),
    textOf(said.reason),
  ]
  const detail = words.filter((word) => word !== undefined).join(' · ')
  return detail === '' ? undefined : detail
}

/** `gate:registered-first.passed` names its rule itself, `obligation.taken` in its facts. */
function ruleOf(name: string, rule: unknown, ruleName: RuleName): string | undefined {
  const full = name.slice(0, Math.max(name.lastIndexOf('.'), 0))
  const asked = full.includes(':') ? full : typeof rule === 'string' ? `${full}:${rule}` : undefined
  if (asked === undefined) return undefined
  const words = ruleName(asked)
  return words === asked ? undefined : words
}

function fieldsOf(fields: unknown, kind: string, t: TFunction): string | undefined {
  if (!Array.isArray(fields) || fields.length === 0) return undefined
  return fields.map((field) => t(`${kind}.field.${field}`, { defaultValue: String(field) })).join(comma())
}

function choiceOf(family: string, value: unknown, t: TFunction): string | undefined {
  return typeof value === 'string' ? t(`inquiry.${family}.${value}`, { defaultValue: value }) : undefined
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
