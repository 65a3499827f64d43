import { useNavigate, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { DueClock } from '~/ui/DueClock'
import { InstantText } from '~/ui/InstantText'
import type { Column } from '~/ui/list/column'
import { DataList } from '~/ui/list/DataList'
import type { FilterField } from '~/ui/list/filter'
import type { ListSearch } from '~/ui/list/search'
import { type View, ViewSwitch } from '~/ui/list/ViewSwitch'
import { ApprovalStateTag } from './ApprovalStateTag'
import { type Approval, loadApprovals } from './api'

const STATES = ['pending', 'approved', 'returned', 'rejected', 'withdrawn'] as const

export function ApprovalsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/approvals' })
  const navigate = useNavigate({ from: '/approvals' })
  const { panel: _panel, all, ...asked } = search
  // The place opens with what waits for its reader; all of them are asked for by name.
  const list = all || asked.filter !== undefined ? asked : { ...asked, filter: toDecide }
  const narrow = (next: ListSearch) =>
    navigate({ search: next.filter === undefined ? { ...next, all: true } : next, replace: true })
  return (
    <DataList
      name="approvals"
      title={t('place.approvals')}
      columns={columns(t)}
      fields={fields(t)}
      search={list}
      onSearch={narrow}
      usual={toDecide}
      searchable={false}
      load={loadApprovals}
      keyOf={({ id }) => id}
      addressOf={({ address }) => address}
      views={<ViewSwitch views={views(t)} search={list} onSearch={narrow} />}
      empty={{
        title: t(all ? 'approval.empty.title' : 'approval.empty.toDecide'),
        detail: t('approval.empty.detail'),
      }}
    />
  )
}

/** What waits for the reader: the view that the place opens with. */
const toDecide = { all: [{ field: 'to_decide', op: 'eq' as const, value: true }] }

const views = (t: TFunction): View[] => [
  { key: 'mine', name: t('approval.view.toDecide'), parts: toDecide.all },
  { key: 'asked', name: t('approval.view.asked'), parts: [{ field: 'asked_by_me', op: 'eq', value: true }] },
  { key: 'done', name: t('approval.view.done'), parts: [{ field: 'decided_by_me', op: 'eq', value: true }] },
  { key: 'all', name: t('approval.view.all'), parts: [] },
]

const columns = (t: TFunction): Column<Approval>[] => [
  { key: 'name', title: t('approval.name'), main: true, render: ({ name }) => name },
  {
    key: 'subject',
    title: t('approval.about'),
    render: ({ subject }) => [subject?.number, subject?.title].filter(Boolean).join(' · ') || '–',
  },
  {
    key: 'state',
    title: t('approval.stateTitle'),
    sort: 'state',
    render: ({ state }) => <ApprovalStateTag state={state} />,
  },
  { key: 'asked_by', title: t('approval.askedBy'), render: ({ asked_by }) => asked_by?.name ?? '–' },
  {
    key: 'due_at',
    title: t('approval.due'),
    render: ({ due_at, state }) => (state === 'pending' ? <DueClock at={due_at} /> : '–'),
  },
  {
    key: 'asked_at',
    title: t('approval.askedAt'),
    sort: 'asked_at',
    render: ({ asked_at }) => <InstantText at={asked_at} />,
  },
  {
    key: 'decided_at',
    title: t('approval.decidedAt'),
    sort: 'decided_at',
    optional: true,
    render: ({ decided_at }) => <InstantText at={decided_at} />,
  },
]

const fields = (t: TFunction): FilterField[] => [
  {
    field: 'state',
    title: t('approval.stateTitle'),
    type: 'choice',
    choices: STATES.map((value) => ({ value, title: t(`approval.state.${value}`) })),
  },
  { field: 'asked_by', title: t('approval.askedBy'), type: 'member' },
  { field: 'department', title: t('approval.department'), type: 'department' },
  { field: 'asked_at', title: t('approval.askedAt'), type: 'date' },
  { field: 'to_decide', title: t('approval.view.toDecide'), type: 'flag' },
  { field: 'asked_by_me', title: t('approval.view.asked'), type: 'flag' },
  { field: 'decided_by_me', title: t('approval.view.done'), type: 'flag' },
]
