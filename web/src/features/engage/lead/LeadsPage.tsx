import { PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import type { Column } from '~/ui/list/column'
import { DataList } from '~/ui/list/DataList'
import type { FilterField } from '~/ui/list/filter'
import { type View, ViewSwitch } from '~/ui/list/ViewSwitch'
import { type Lead, loadLeads, STATES } from './api'
import { CreateLeadDialog } from './LeadDialog'
import { LeadStateTag } from './LeadStateTag'

export function LeadsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const { panel, ...list } = useSearch({ from: '/shell/leads' })
  const navigate = useNavigate({ from: '/leads' })
  const create = may('lead.create') && (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => navigate({ search: { ...list, panel: 'new' } })}
    >
      {t('lead.create')}
    </Button>
  )
  return (
    <>
      <DataList
        name="leads"
        title={t('place.leads')}
        columns={columns(t)}
        fields={fields(t)}
        search={list}
        onSearch={(next) => navigate({ search: next, replace: true })}
        load={loadLeads}
        keyOf={({ id }) => id}
        addressOf={({ id }) => `/leads/${id}`}
        views={
          <ViewSwitch
            views={views(t)}
            search={list}
            onSearch={(next) => navigate({ search: next, replace: true })}
          />
        }
        actions={create}
        empty={{ title: t('lead.empty.title'), detail: t('lead.empty.detail'), action: create }}
      />
      {panel === 'new' && may('lead.create') && (
        <CreateLeadDialog
          onDone={({ id }) => navigate({ to: '/leads/$id', params: { id } })}
          onCancel={() => navigate({ search: list })}
        />
      )}
    </>
  )
}

const views = (t: TFunction): View[] => [
  { key: 'all', name: t('lead.view.all'), parts: [] },
  {
    key: 'mine',
    name: t('lead.view.mine'),
    parts: [
      { field: 'owner', op: 'eq', value: '@me' },
      { field: 'state', op: 'not_in', value: ['converted', 'discarded'] },
    ],
  },
  { key: 'new', name: t('lead.state.new'), parts: [{ field: 'state', op: 'eq', value: 'new' }] },
  {
    key: 'converted',
    name: t('lead.state.converted'),
    parts: [{ field: 'state', op: 'eq', value: 'converted' }],
  },
]

const columns = (t: TFunction): Column<Lead>[] => [
  {
    key: 'number',
    title: t('engage.number'),
    sort: 'number',
    deskOnly: true,
    render: ({ number }) => <span className="x-muted">{number}</span>,
  },
  { key: 'title', title: t('lead.field.title'), main: true, sort: 'title', render: ({ title }) => title },
  {
    key: 'state',
    title: t('lead.field.state'),
    sort: 'state',
    render: ({ state }) => <LeadStateTag state={state} />,
  },
  { key: 'source', title: t('lead.field.source'), sort: 'source', render: ({ source }) => source ?? '–' },
  { key: 'owner', title: t('customer.owner'), render: ({ owner }) => owner?.name ?? '–' },
  { key: 'first_on', title: t('lead.field.first_on'), sort: 'first_on', render: ({ first_on }) => first_on },
]

const fields = (t: TFunction): FilterField[] => [
  { field: 'title', title: t('lead.field.title'), type: 'text' },
  {
    field: 'state',
    title: t('lead.field.state'),
    type: 'choice',
    choices: STATES.map((value) => ({ value, title: t(`lead.state.${value}`) })),
  },
  { field: 'source', title: t('lead.field.source'), type: 'text' },
  { field: 'owner', title: t('customer.owner'), type: 'member' },
  { field: 'first_on', title: t('lead.field.first_on'), type: 'date' },
]
