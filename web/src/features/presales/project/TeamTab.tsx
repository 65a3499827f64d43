import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findMembers } from '~/api/people'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { isRows, type SheetField, type Value } from '~/ui/sheet/sheet'
import { type Project, ROLES, teamQuery, useAppoint, useJoin, useLeave } from './api'
import styles from './project.module.css'
import { textOf } from './sheet'

/** Who is in the team for what; the whole team is appointed at once, later changes one by one. */
export function TeamTab({ project }: { project: Project }) {
  const { t } = useTranslation()
  const { role: wanted } = useSearch({ from: '/shell/projects/$id' })
  const team = useQuery(teamQuery(project.id))
  const leave = useLeave()
  const [open, setOpen] = useState<'appoint' | 'join'>()
  const may = (act: string) => project.can.actions.includes(`project.${act}`)
  const now = team.data?.items.filter(({ until_at }) => !until_at) ?? []
  const before = team.data?.items.filter(({ until_at }) => until_at) ?? []
  const nameOf = (role: string, name: string | null | undefined) =>
    name ?? t(`project.role.${role}`, { defaultValue: role })
  const buttons = (
    <span className={styles.buttons}>
      {may('change_member') && (
        <Button size="small" onClick={() => setOpen('join')}>
          {t('project.team.join')}
        </Button>
      )}
      {may('appoint') && (
        <Button size="small" onClick={() => setOpen('appoint')}>
          {t('project.team.appoint')}
        </Button>
      )}
    </span>
  )
  return (
    <Card
      title={t('project.tab.team')}
      note={project.appointed_at && <InstantText at={project.appointed_at} day />}
      extra={buttons}
      flush
    >
      <ProblemAlert problem={leave.error} />
      <ProblemAlert problem={team.error} onRetry={() => team.refetch()} />
      {team.isPending && <Skeleton active title={false} />}
      {team.data && now.length === 0 && (
        <EmptyState title={t('project.team.none.title')}>{t('project.team.none.detail')}</EmptyState>
      )}
      <ul className={styles.rows}>
        {[...now, ...before].map((one) => (
          <li key={one.id} className={one.until_at ? 'x-muted' : undefined}>
            <span className={styles.words}>
              <span>
                {one.member.name} <span className="x-muted">{nameOf(one.role, one.role_name)}</span>
              </span>
              {one.duty && <span className="x-muted">{one.duty}</span>}
            </span>
            <span className={styles.buttons}>
              <span className="x-muted">
                <InstantText at={one.from_at} day />
                {one.until_at && (
                  <>
                    {' – '}
                    <InstantText at={one.until_at} day />
                  </>
                )}
              </span>
              {!one.until_at && may('change_member') && (
                <Button
                  size="small"
                  loading={leave.isPending && leave.variables.params.path.place === one.id}
                  onClick={() => leave.mutate({ params: { path: { id: project.id, place: one.id } } })}
                >
                  {t('project.team.leave')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {open === 'join' && <JoinDialog project={project} role={wanted} onDone={() => setOpen(undefined)} />}
      {open === 'appoint' && <AppointDialog project={project} onDone={() => setOpen(undefined)} />}
    </Card>
  )
}

const roleField = (t: (key: string) => string): SheetField => ({
  id: 'role',
  name: t('project.team.role'),
  type: 'choice',
  required: true,
  choices: ROLES.map((id) => ({ id, name: t(`project.role.${id}`) })),
})

interface DialogProps {
  project: Project
  onDone: () => void
}

function JoinDialog({ project, role, onDone }: DialogProps & { role: string | undefined }) {
  const { t } = useTranslation()
  const join = useJoin()
  return (
    <Modal open title={t('project.team.join')} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={[
          { id: 'member', name: t('project.team.member'), type: 'member', required: true },
          roleField(t),
          { id: 'duty', name: t('project.team.duty'), type: 'text', limit: 2000 },
        ]}
        initial={{ role: role ?? null }}
        sources={{ members: findMembers }}
        submitLabel={t('project.team.join')}
        pending={join.isPending}
        problem={join.error}
        onSubmit={async ({ member, role: as, duty }) => {
          await join.mutateAsync({
            params: { path: { id: project.id } },
            body: { member: String(member), role: String(as), duty: textOf(duty) },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

function AppointDialog({ project, onDone }: DialogProps) {
  const { t } = useTranslation()
  const appoint = useAppoint()
  const columns: SheetField[] = [
    { id: 'member', name: t('project.team.member'), type: 'member', required: true },
    roleField(t),
    { id: 'duty', name: t('project.team.duty'), type: 'text' },
  ]
  const lines = (team: Value | undefined) =>
    (isRows(team) ? team : []).map(({ member, role, duty }) => ({
      member: String(member),
      role: String(role),
      duty: textOf(duty),
    }))
  return (
    <Modal
      open
      title={t('project.team.appoint')}
      footer={null}
      onCancel={onDone}
      width={720}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={[{ id: 'team', name: t('project.tab.team'), type: 'table', required: true, columns }]}
        initial={{
          team: project.team
            .filter(({ until_at }) => !until_at)
            .map(({ member, role, duty }) => ({ member: member.id, role, duty: duty ?? null })),
        }}
        sources={{ members: findMembers }}
        submitLabel={t('project.team.appoint')}
        pending={appoint.isPending}
        problem={appoint.error}
        onSubmit={async ({ team }) => {
          await appoint.mutateAsync({ params: { path: { id: project.id } }, body: { team: lines(team) } })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
