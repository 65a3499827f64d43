import type { TFunction } from 'i18next'
import { comma } from '~/ui/comma'
import type { Happening } from '~/ui/Timeline'
import type { TimelineItem } from './api'

/** What stages and rules are called, by their ids. */
export type Names = Readonly<Record<string, string>>

/** What happened, in words; the evidence's own name where there are none yet. */
export function happeningOf(item: TimelineItem, t: TFunction, names: Names = {}): Happening {
  const { kind, rule, what } = partsOf(item.name)
  const facts: Record<string, unknown> = Object(item.facts)
  const named = (id: unknown) => (typeof id === 'string' ? (names[id] ?? undefined) : undefined)
  const said = {
    who: item.member_name ?? t('project.system'),
    name:
      named(`${kind}:${rule ?? facts.rule}`) ??
      named(rule ?? facts.rule) ??
      named(`approval:${facts.approval}`) ??
      named(facts.form ?? facts.deliverable ?? facts.grading) ??
      rule ??
      item.name,
  }
  return {
    id: item.id,
    at: item.happened_at,
    kind: groupOf(item.name),
    title: t(
      [`project.happened.${kind}.${what}`, `project.happened.any.${what}`, 'project.happened.other'],
      said,
    ),
    detail: detailOf(facts, t, names),
    tone: LATE.has(what) ? 'late' : NEAR.has(what) ? 'near' : 'plain',
  }
}

/** `project.advanced` and `obligation:weekly-report.overdue` alike: the kind of thing, the rule, what happened. */
export function partsOf(name: string): { kind: string; rule: string | undefined; what: string } {
  const at = name.lastIndexOf('.')
  const [kind = name, ...rule] = (at < 0 ? name : name.slice(0, at)).split(':')
  return { kind, rule: rule.length > 0 ? rule.join(':') : undefined, what: name.slice(at + 1) }
}

/** What the switch above the timeline tells apart. */
export function groupOf(name: string): 'news' | 'rule' | 'change' {
  const { kind, what } = partsOf(name)
  if (RULES.has(kind)) return 'rule'
  return what === 'dynamic_item_filed' ? 'news' : 'change'
}

const RULES = new Set(['obligation', 'gate', 'approval', 'grading', 'stage', 'notice', 'form', 'deliverable'])
const NEWS = new Set<unknown>(['mail', 'call', 'stand_up', 'meeting', 'visit', 'other'])
const LATE = new Set(['overdue', 'late', 'refused', 'lost', 'rejected'])
const NEAR = new Set(['returned', 'escalated', 'waived', 'exempted', 'suspended', 'skipped', 'dropped'])

function detailOf(facts: Record<string, unknown>, t: TFunction, names: Names): string | undefined {
  const { reason, verdict, kind, fields, from, to } = facts
  const words = [
    typeof from === 'string' && typeof to === 'string'
      ? `${names[from] ?? from} → ${names[to] ?? to}`
      : undefined,
    typeof verdict === 'string'
      ? t(`approval.decider.${verdict}`, { defaultValue: '' }) || undefined
      : undefined,
    typeof reason === 'string' && verdict === undefined
      ? t(`project.reason.${reason}`, { defaultValue: reason })
      : undefined,
    NEWS.has(kind) ? t(`project.news.kind.${kind}`) : undefined,
    Array.isArray(fields)
      ? fields.map((field) => t(`project.field.${field}`, { defaultValue: String(field) })).join(comma())
      : undefined,
  ]
  const detail = words.filter((word) => word !== undefined).join(' · ')
  return detail === '' ? undefined : detail
}
