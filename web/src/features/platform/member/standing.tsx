import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findMembers } from '~/api/people'
import { Card } from '~/ui/Card'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { InstantText } from '~/ui/InstantText'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField, Values } from '~/ui/sheet/sheet'
import styles from '../admin/admin.module.css'
import { departmentsQuery } from '../department/api'
import { departmentChoices } from '../department/tree'
import {
  type Member,
  positionsQuery,
  skillsQuery,
  useAssignPosition,
  useDelegate,
  useEndAbsence,
  useEndDelegation,
  useEndPosition,
  useRecordAbsence,
  useRecordSkill,
} from './api'
import { textOf } from './sheet'

interface Props {
  member: Member
}

export function PositionsCard({ member }: Props) {
  const { t } = useTranslation()
  const { data: offered } = useQuery(positionsQuery)
  const { data: departments } = useQuery(departmentsQuery)
  const assign = useAssignPosition()
  const end = useEndPosition()
  const fields: SheetField[] = [
    {
      id: 'position',
      name: t('member.position'),
      type: 'choice',
      required: true,
      choices: offered?.items ?? [],
    },
    {
      id: 'department_id',
      name: t('member.heldIn'),
      type: 'choice',
      listed: true,
      choices: departmentChoices(departments?.items ?? []),
      help: t('member.heldInHelp'),
    },
    { id: 'from', name: t('member.from'), type: 'date', help: t('member.fromHelp') },
    { id: 'until', name: t('member.until'), type: 'date' },
  ]
  return (
    <Held
      title={t('member.positions')}
      add={t('member.addPosition')}
      may={member.can.assign_position}
      nothing={t('member.noPositions')}
      fields={fields}
      pending={assign.isPending}
      problem={assign.error}
      failed={end.error}
      onAdd={({ position, department_id, from, until }) =>
        assign.mutateAsync({
          params: { path: { id: member.id } },
          body: {
            position: String(position),
            department_id: textOf(department_id),
            from: textOf(from),
            until: textOf(until),
          },
        })
      }
      rows={member.positions.map(({ id, name, from, until, department_id }) => ({
        id,
        name,
        note: [
          departments?.items.find((one) => one.id === department_id)?.name,
          t('member.since', { day: from }),
          until ? t('member.till', { day: until }) : undefined,
        ]
          .filter(Boolean)
          .join(' · '),
        onEnd: () => end.mutateAsync({ params: { path: { id: member.id, holding: id } } }),
      }))}
    />
  )
}

export function SkillsCard({ member }: Props) {
  const { t } = useTranslation()
  const { data: offered } = useQuery(skillsQuery)
  const record = useRecordSkill()
  const nameOf = (skill: string) => offered?.items.find(({ id }) => id === skill)?.name ?? skill
  if (offered?.items.length === 0 && member.skills.length === 0) return null
  const highest = Math.max(0, ...(offered?.items ?? []).map(({ levels }) => levels ?? 0))
  return (
    <Held
      title={t('member.skills')}
      add={t('member.addSkill')}
      may={member.can.record_skill}
      nothing={t('member.noSkills')}
      fields={[
        {
          id: 'skill',
          name: t('member.skill'),
          type: 'choice',
          required: true,
          choices: offered?.items ?? [],
        },
        {
          id: 'level',
          name: t('member.level'),
          type: 'number',
          required: true,
          help: highest ? t('member.levelHelp', { highest }) : null,
        },
        { id: 'until', name: t('member.until'), type: 'date', help: t('member.skillUntilHelp') },
      ]}
      pending={record.isPending}
      problem={record.error}
      onAdd={({ skill, level, until }) =>
        record.mutateAsync({
          params: { path: { id: member.id } },
          body: { skill: String(skill), level: Number(level), until: textOf(until) },
        })
      }
      rows={member.skills.map(({ skill, level, until }) => ({
        id: skill,
        name: nameOf(skill),
        note: [t('member.ofLevel', { level }), until ? t('member.till', { day: until }) : undefined]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  )
}

export function AbsencesCard({ member }: Props) {
  const { t } = useTranslation()
  const record = useRecordAbsence()
  const end = useEndAbsence()
  return (
    <Held
      title={t('member.absences')}
      add={t('member.addAbsence')}
      may={member.can.delegate}
      nothing={t('member.noAbsences')}
      fields={[
        ...timeFields(t),
        { id: 'reason', name: t('member.reason'), type: 'text', required: true, limit: 200 },
      ]}
      pending={record.isPending}
      problem={record.error}
      failed={end.error}
      onAdd={({ from_at, until_at, reason }) =>
        record.mutateAsync({
          params: { path: { id: member.id } },
          body: { from_at: String(from_at), until_at: String(until_at), reason: String(reason) },
        })
      }
      rows={member.absences.map(({ id, from_at, until_at, reason }) => ({
        id,
        name: reason,
        note: <Between from={from_at} until={until_at} />,
        onEnd: () => end.mutateAsync({ params: { path: { id: member.id, absence: id } } }),
      }))}
    />
  )
}

export function DelegationsCard({ member }: Props) {
  const { t } = useTranslation()
  const give = useDelegate()
  const end = useEndDelegation()
  return (
    <Held
      title={t('member.delegations')}
      add={t('member.addDelegation')}
      may={member.can.delegate}
      nothing={t('member.noDelegations')}
      fields={[
        { id: 'delegate', name: t('member.delegate'), type: 'member', required: true },
        ...timeFields(t),
        { id: 'reason', name: t('member.reason'), type: 'text', required: true, limit: 200 },
      ]}
      pending={give.isPending}
      problem={give.error}
      failed={end.error}
      onAdd={({ delegate, from_at, until_at, reason }) =>
        give.mutateAsync({
          params: { path: { id: member.id } },
          body: {
            delegate_id: String(delegate),
            from_at: String(from_at),
            until_at: String(until_at),
            reason: String(reason),
          },
        })
      }
      rows={member.delegations.map(({ id, delegate_name, from_at, until_at, reason }) => ({
        id,
        name: delegate_name,
        note: (
          <>
            <Between from={from_at} until={until_at} /> · {reason}
          </>
        ),
        onEnd: () => end.mutateAsync({ params: { path: { id: member.id, delegation: id } } }),
      }))}
    />
  )
}

const timeFields = (t: (key: string) => string): SheetField[] => [
  { id: 'from_at', name: t('member.fromAt'), type: 'instant', required: true },
  { id: 'until_at', name: t('member.untilAt'), type: 'instant', required: true },
]

function Between({ from, until }: { from: string; until: string }) {
  return (
    <>
      <InstantText at={from} /> – <InstantText at={until} />
    </>
  )
}

interface HeldProps {
  title: string
  add: string
  may: boolean
  nothing: string
  fields: readonly SheetField[]
  pending: boolean
  problem: unknown
  failed?: unknown
  onAdd: (values: Values) => Promise<unknown>
  rows: readonly HeldRow[]
}

interface HeldRow {
  id: string
  name: string
  note: ReactNode
  onEnd?: () => Promise<unknown>
}

/** Things that a member has for a time: given, shown, ended. */
function Held({ title, add, may, nothing, fields, pending, problem, failed, onAdd, rows }: HeldProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [ending, setEnding] = useState<HeldRow>()
  const close = () => setOpen(false)
  return (
    <Card
      title={title}
      extra={
        may && (
          <Button size="small" onClick={() => setOpen(true)}>
            {add}
          </Button>
        )
      }
      flush
    >
      <ul className={styles.rows}>
        {rows.length === 0 && <li className="x-muted">{nothing}</li>}
        {rows.map((row) => (
          <li key={row.id}>
            <span className={styles.words}>
              <span>{row.name}</span>
              <span className="x-muted">{row.note}</span>
            </span>
            {may && row.onEnd && (
              <span className={styles.buttons}>
                <Button size="small" onClick={() => setEnding(row)}>
                  {t('member.end')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {ending && (
        <EndDialog title={title} row={ending} problem={failed} onDone={() => setEnding(undefined)} />
      )}
      {open && (
        <Modal open title={add} footer={null} onCancel={close} mask={{ closable: false }}>
          <FormSheet
            fields={fields}
            submitLabel={t('admin.save')}
            pending={pending}
            problem={problem}
            sources={{ members: findMembers }}
            onSubmit={async (values) => {
              await onAdd(values)
              close()
            }}
            onCancel={close}
          />
        </Modal>
      )}
    </Card>
  )
}

interface EndProps {
  title: string
  row: HeldRow
  problem: unknown
  onDone: () => void
}

/** What ends now does not come back by itself. */
function EndDialog({ title, row: { name, note, onEnd }, problem, onDone }: EndProps) {
  const { t } = useTranslation()
  const [pending, setPending] = useState(false)
  const end = async () => {
    setPending(true)
    try {
      await onEnd?.()
      onDone()
    } catch {
      // The refusal stands in the dialog.
      setPending(false)
    }
  }
  return (
    <ConfirmDialog
      title={t('member.endOf', { what: title })}
      confirmLabel={t('member.end')}
      pending={pending}
      problem={problem}
      onConfirm={end}
      onCancel={onDone}
    >
      <p>{name}</p>
      <p className="x-muted">{note}</p>
    </ConfirmDialog>
  )
}
