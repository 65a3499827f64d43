import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay, useSession } from '~/api/session'
import { useCommands } from '~/ui/commands/commands'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage } from '~/ui/RecordPage'
import { StateTag } from '~/ui/StateTag'
import { AdminNav } from '../admin/AdminPage'
import { memberQuery, useReactivate } from './api'
import { ChangeDialog, MoveDialog, OwnPasswordDialog, PasswordDialog } from './dialogs'
import { DeactivateDialog, EraseDialog } from './LeavingDialogs'
import { SessionsCard } from './SessionsCard'
import { AbsencesCard, DelegationsCard, PositionsCard, SkillsCard } from './standing'

export function MemberPage() {
  const { id } = useParams({ from: '/shell/members/$id' })
  return <MemberRecord key={id} id={id} />
}

function MemberRecord({ id }: { id: string }) {
  const { t } = useTranslation()
  const { panel } = useSearch({ from: '/shell/members/$id' })
  const navigate = useNavigate({ from: '/members/$id' })
  const { data: member } = useSuspenseQuery(memberQuery(id))
  const may = useMay()
  const me = useSession().member.id
  const reactivate = useReactivate()
  const { can } = member
  // Only whoever has left can be erased, and only once.
  const erased = member.login.startsWith('erased-')
  const erasable = !member.active && !erased && may('person.erase')
  const open = (next: string) => navigate({ search: (now) => ({ ...now, panel: next }), replace: true })
  const close = () => navigate({ search: ({ panel: _panel, ...rest }) => rest, replace: true })
  const rest = [
    can.update && { key: 'move', label: t('member.move'), onClick: () => open('move') },
    id === me && { key: 'own', label: t('member.changePassword'), onClick: () => open('own-password') },
    can.reset_password && {
      key: 'password',
      label: t('member.resetPassword'),
      onClick: () => open('password'),
    },
    can.deactivate && {
      key: 'deactivate',
      danger: true,
      label: t('member.deactivate'),
      onClick: () => open('deactivate'),
    },
    can.reactivate && {
      key: 'reactivate',
      label: t('member.reactivate'),
      onClick: () => reactivate.mutate({ params: { path: { id } } }),
    },
    erasable && { key: 'erase', danger: true, label: t('member.erase'), onClick: () => open('erase') },
  ].filter((item) => item !== false)
  useCommands([
    can.update && { key: 'change', label: t('member.change'), onClick: () => open('change') },
    ...rest,
  ])
  return (
    <>
      <AdminNav />
      <RecordPage
        number={erased ? '' : member.login}
        name={erased ? t('member.erased') : member.name}
        tags={
          <>
            {member.active ? (
              <StateTag tone="kept">{t('member.active')}</StateTag>
            ) : (
              <StateTag>{t('member.inactive')}</StateTag>
            )}
            {member.head && <StateTag tone="accent">{t('member.head')}</StateTag>}
          </>
        }
        facts={[
          { label: t('member.department'), value: member.department?.name ?? '–' },
          { label: t('member.email'), value: member.email ?? '–' },
          { label: t('member.phone'), value: member.phone ?? '–' },
          { label: t('member.language'), value: t(`member.speaks.${member.language}`) },
        ]}
        actions={
          (can.update || rest.length > 0) && (
            <>
              {rest.length > 0 && (
                <Dropdown menu={{ items: rest }} trigger={['click']}>
                  <Button loading={reactivate.isPending}>{t('admin.more')}</Button>
                </Dropdown>
              )}
              {can.update && (
                <Button type="primary" onClick={() => open('change')}>
                  {t('member.change')}
                </Button>
              )}
            </>
          )
        }
        notice={<ProblemAlert problem={reactivate.error} />}
      >
        <PositionsCard member={member} />
        <SkillsCard member={member} />
        <AbsencesCard member={member} />
        <DelegationsCard member={member} />
        {(can.update || id === me) && member.active && <SessionsCard member={member} />}
      </RecordPage>
      {panel === 'change' && can.update && <ChangeDialog member={member} onDone={close} />}
      {panel === 'move' && can.update && <MoveDialog member={member} onDone={close} />}
      {panel === 'deactivate' && can.deactivate && <DeactivateDialog member={member} onDone={close} />}
      {panel === 'erase' && erasable && <EraseDialog member={member} onDone={close} />}
      {panel === 'own-password' && id === me && <OwnPasswordDialog onDone={close} />}
      {panel === 'password' && can.reset_password && <PasswordDialog member={member} onDone={close} />}
    </>
  )
}
