import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage } from '~/ui/RecordPage'
import { StateTag } from '~/ui/StateTag'
import { AdminNav } from '../admin/AdminPage'
import { memberQuery, useDeactivate, useReactivate } from './api'
import { ChangeDialog, MoveDialog, PasswordDialog } from './dialogs'
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
  const deactivate = useDeactivate()
  const reactivate = useReactivate()
  const { can } = member
  const which = { params: { path: { id } } }
  const open = (next: string) => navigate({ search: (now) => ({ ...now, panel: next }), replace: true })
  const close = () => navigate({ search: ({ panel: _panel, ...rest }) => rest, replace: true })
  const rest = [
    can.update && { key: 'move', label: t('member.move'), onClick: () => open('move') },
    can.reset_password && {
      key: 'password',
      label: t('member.resetPassword'),
      onClick: () => open('password'),
    },
    can.deactivate && {
      key: 'deactivate',
      danger: true,
      label: t('member.deactivate'),
      onClick: () => deactivate.mutate(which),
    },
    can.reactivate && {
      key: 'reactivate',
      label: t('member.reactivate'),
      onClick: () => reactivate.mutate(which),
    },
  ].filter((item) => item !== false)
  return (
    <>
      <AdminNav />
      <RecordPage
        number={member.login}
        name={member.name}
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
                  <Button loading={deactivate.isPending || reactivate.isPending}>{t('admin.more')}</Button>
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
        notice={<ProblemAlert problem={deactivate.error ?? reactivate.error} />}
      >
        <PositionsCard member={member} />
        <SkillsCard member={member} />
        <AbsencesCard member={member} />
        <DelegationsCard member={member} />
      </RecordPage>
      {panel === 'change' && can.update && <ChangeDialog member={member} onDone={close} />}
      {panel === 'move' && can.update && <MoveDialog member={member} onDone={close} />}
      {panel === 'password' && can.reset_password && <PasswordDialog member={member} onDone={close} />}
    </>
  )
}
