import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Modal, Skeleton } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findMembers } from '~/api/people'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { isRows, type SheetField, type Value } from '~/ui/sheet/sheet'
import { type Project, type Role, teamQuery, useAppoint, useJoin, useLeave } from './api'
import styles from './project.module.css'
import { textOf } from './sheet'

/** Who is in the team for what; the whole team is appointed at once, later changes one by one. */
export function TeamTab({ project }: { project: Project }) {
  const { t } = useTranslation()
  const { role: wanted } = useSearch({ from: '/shell/projects/$id' })
  const team = useQuery(teamQuery(project.id))
  const leave = useLeave()
  const navigate = useNavigate({ from: '/projects/$id' })
  const [chosen, setOpen] = useState<'appoint' | 'join'>()
  const may = (act: string) => project.can.actions.includes(`project.${act}`)
  // A gate that misses a role leads here with it.
  const asked = wanted === undefined ? undefined : may('change_member') ? 'join' : 'appoint'
  const open = chosen ?? (asked === 'appoint' && !may('appoint') ? undefined : asked)
  const close = () => {
    setOpen(undefined)
    void navigate({ search: ({ role: _role, ...rest }) => rest, replace: true })
  }
  const roles = team.data?.roles ?? []
  const now = team.data?.items.filter(({ until_at }) => !until_at) ?? []
  const before = team.data?.items.filter(({ until_at }) => until_at) ?? []
  const nameOf = (role: string, name: string | null | undefined) => roleName(t, { id: role, name })
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
      {team.data && open === 'join' && (
        <JoinDialog project={project} roles={roles} role={wanted} onDone={close} />
      )}
      {team.data && open === 'appoint' && <AppointDialog project={project} roles={roles} onDone={close} />}
    </Card>
  )
}

/** As the pack calls it, else as the house does. */
const roleName = (t: TFunction, { id, name }: Role) => name ?? t(`project.role.${id}`, { defaultValue: id })

const roleField = (t: TFunction, roles: readonly Role[]): SheetField => ({
  id: 'role',
  name: t('project.team.role'),
  type: 'choice',
  required: true,
  choices: roles.map((role) => ({ id: role.id, name: roleName(t, role) })),
})

interface DialogProps {
  project: Project
  roles: readonly Role[]
  onDone: () => void
}

function JoinDialog({ project, roles, role, onDone }: DialogProps & { role: string | undefined }) {
  const { t } = useTranslation()
  const join = useJoin()
  return (
    <Modal open title={t('project.team.join')} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={[
          { id: 'member', name: t('project.team.member'), type: 'member', required: true },
          roleField(t, roles),
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

function AppointDialog({ project, roles, onDone }: DialogProps) {
  const { t } = useTranslation()
  const appoint = useAppoint()
  const columns: SheetField[] = [
    { id: 'member', name: t('project.team.member'), type: 'member', required: true },
    roleField(t, roles),
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
