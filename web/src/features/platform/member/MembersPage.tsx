import { PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { comma } from '~/ui/comma'
import { InstantText } from '~/ui/InstantText'
import type { Column } from '~/ui/list/column'
import { DataList } from '~/ui/list/DataList'
import type { FilterField } from '~/ui/list/filter'
import { type View, ViewSwitch } from '~/ui/list/ViewSwitch'
import { StateTag } from '~/ui/StateTag'
import { AdminNav } from '../admin/AdminPage'
import { ImportButton } from '../import_run/ImportButton'
import { loadMembers, type MemberRow } from './api'
import { CreateMemberDialog } from './CreateMemberDialog'

export function MembersPage() {
  const { t } = useTranslation()
  const may = useMay()
  const search = useSearch({ from: '/shell/members' })
  const navigate = useNavigate({ from: '/members' })
  const { panel, ...list } = search
  const create = may('member.create') && (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => navigate({ search: { ...list, panel: 'new' } })}
    >
      {t('member.create')}
    </Button>
  )
  return (
    <>
      <AdminNav />
      <DataList
        name="members"
        title={t('admin.room.members')}
        columns={columns(t)}
        fields={fields(t)}
        search={list}
        onSearch={(next) => navigate({ search: next, replace: true })}
        load={loadMembers}
        keyOf={({ id }) => id}
        addressOf={({ id }) => `/members/${id}`}
        views={
          <ViewSwitch
            views={views(t)}
            search={list}
            onSearch={(next) => navigate({ search: next, replace: true })}
          />
        }
        actions={
          <>
            <ImportButton kinds={['member']} />
            {create}
          </>
        }
        empty={{ title: t('member.empty.title'), detail: t('member.empty.detail'), action: create }}
      />
      {panel === 'new' && may('member.create') && (
        <CreateMemberDialog
          onDone={(id) => navigate({ to: '/members/$id', params: { id } })}
          onCancel={() => navigate({ search: list })}
        />
      )}
    </>
  )
}

const views = (t: TFunction): View[] => [
  { key: 'all', name: t('member.view.all'), parts: [] },
  { key: 'here', name: t('member.view.here'), parts: [{ field: 'deactivated_at', op: 'empty' }] },
  { key: 'gone', name: t('member.view.gone'), parts: [{ field: 'deactivated_at', op: 'filled' }] },
]

const columns = (t: TFunction): Column<MemberRow>[] => [
  { key: 'name', title: t('member.name'), main: true, sort: 'name', render: ({ name }) => name },
  {
    key: 'login',
    title: t('member.login'),
    sort: 'login',
    render: ({ login }) => <span className="x-muted">{login.startsWith('erased-') ? '–' : login}</span>,
  },
  {
    key: 'department',
    title: t('member.department'),
    render: ({ department, head }) =>
      department ? (
        <>
          {department.name} {head && <StateTag tone="accent">{t('member.head')}</StateTag>}
        </>
      ) : (
        '–'
      ),
  },
  {
    key: 'positions',
    title: t('member.positions'),
    render: ({ positions }) => positions.map(({ name }) => name).join(comma()) || '–',
  },
  {
    key: 'state',
    title: t('member.state'),
    render: ({ active }) =>
      active ? (
        <StateTag tone="kept">{t('member.active')}</StateTag>
      ) : (
        <StateTag>{t('member.inactive')}</StateTag>
      ),
  },
  { key: 'email', title: t('member.email'), optional: true, render: ({ email }) => email ?? '–' },
  { key: 'phone', title: t('member.phone'), optional: true, render: ({ phone }) => phone ?? '–' },
  {
    key: 'created_at',
    title: t('member.createdAt'),
    sort: 'created_at',
    deskOnly: true,
    render: ({ created_at }) => (
      <span className="x-muted">
        <InstantText at={created_at} day />
      </span>
    ),
  },
]

const fields = (t: TFunction): FilterField[] => [
  { field: 'name', title: t('member.name'), type: 'text' },
  { field: 'login', title: t('member.login'), type: 'text' },
  { field: 'created_at', title: t('member.createdAt'), type: 'date' },
]
