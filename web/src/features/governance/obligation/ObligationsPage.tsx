import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { rulesQuery } from '~/api/rules'
import { departmentsQuery } from '~/features/platform/department/api'
import { comma } from '~/ui/comma'
import { DueClock } from '~/ui/DueClock'
import { InstantText } from '~/ui/InstantText'
import type { Column } from '~/ui/list/column'
import { DataList } from '~/ui/list/DataList'
import type { FilterField } from '~/ui/list/filter'
import { type View, ViewSwitch } from '~/ui/list/ViewSwitch'
import { StateTag } from '~/ui/StateTag'
import { loadObligations, type Obligation } from './api'
import { ObligationStateTag } from './ObligationStateTag'

const STATES = ['open', 'fulfilled', 'late', 'waived', 'void'] as const

/** All that is or was owed within the reader's reach: whose, by which rule, until when, and how it ended. */
export function ObligationsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/obligations' })
  const navigate = useNavigate({ from: '/obligations' })
  const { panel: _panel, ...list } = search
  const { data: rules } = useQuery(rulesQuery)
  const { data: departments } = useQuery(departmentsQuery)
  const named = (rules?.items ?? []).filter(({ kind }) => kind === 'obligation')
  const choices = {
    rules: named.map(({ id, name }) => ({ value: id, title: name })),
    departments: (departments?.items ?? []).map(({ id, name }) => ({ value: id, title: name })),
  }
  return (
    <DataList
      name="obligations"
      title={t('place.obligations')}
      columns={columns(t)}
      fields={fields(t, choices)}
      search={list}
      onSearch={(next) => navigate({ search: next, replace: true })}
      load={loadObligations}
      keyOf={({ id }) => id}
      addressOf={({ id }) => `/obligations/${id}`}
      views={
        <ViewSwitch
          views={views(t)}
          search={list}
          onSearch={(next) => navigate({ search: next, replace: true })}
        />
      }
      empty={{ title: t('obligation.empty.title'), detail: t('obligation.empty.detail') }}
    />
  )
}

const OPEN = { field: 'state', op: 'in', value: ['open'] } as const

const views = (t: TFunction): View[] => [
  { key: 'all', name: t('obligation.view.all'), parts: [] },
  { key: 'open', name: t('obligation.view.open'), parts: [OPEN] },
  {
    key: 'overdue',
    name: t('obligation.view.overdue'),
    parts: [OPEN, { field: 'overdue_at', op: 'filled' }],
  },
  { key: 'mine', name: t('obligation.view.mine'), parts: [OPEN, { field: 'mine', op: 'eq', value: true }] },
]

const columns = (t: TFunction): Column<Obligation>[] => [
  { key: 'name', title: t('obligation.rule'), main: true, sort: 'rule', render: ({ name }) => name },
  {
    key: 'subject',
    title: t('obligation.about'),
    render: ({ subject }) => [subject.number, subject.title].filter(Boolean).join(' · ') || '–',
  },
  {
    key: 'people',
    title: t('obligation.owed'),
    render: ({ people }) => people.map(({ name }) => name).join(comma()) || '–',
  },
  {
    key: 'state',
    title: t('obligation.stateTitle'),
    sort: 'state',
    render: (obligation) => <ObligationStateTag obligation={obligation} />,
  },
  {
    key: 'due_at',
    title: t('obligation.due'),
    sort: 'due_at',
    render: ({ state, due_at, why, paused }) =>
      paused && state === 'open' ? (
        <StateTag tone="near">{t('obligation.paused')}</StateTag>
      ) : state === 'open' ? (
        <DueClock at={due_at} why={why} />
      ) : (
        <InstantText at={due_at} />
      ),
  },
  {
    key: 'opened_at',
    title: t('obligation.opened'),
    sort: 'opened_at',
    optional: true,
    render: ({ opened_at }) => <InstantText at={opened_at} />,
  },
  {
    key: 'closed_at',
    title: t('obligation.closed'),
    sort: 'closed_at',
    deskOnly: true,
    render: ({ closed_at }) => (closed_at ? <InstantText at={closed_at} /> : '–'),
  },
]

interface Choices {
  rules: { value: string; title: string }[]
  departments: { value: string; title: string }[]
}

const fields = (t: TFunction, { rules, departments }: Choices): FilterField[] => [
  {
    field: 'state',
    title: t('obligation.stateTitle'),
    type: 'choice',
    choices: STATES.map((value) => ({ value, title: t(`obligation.state.${value}`) })),
  },
  { field: 'responsible', title: t('obligation.owed'), type: 'member', ops: ['eq'] },
  { field: 'rule', title: t('obligation.rule'), type: 'choice', choices: rules, ops: ['in', 'not_in'] },
  { field: 'due_at', title: t('obligation.due'), type: 'date' },
  { field: 'department', title: t('obligation.department'), type: 'department', choices: departments },
  { field: 'opened_at', title: t('obligation.opened'), type: 'date' },
  { field: 'closed_at', title: t('obligation.closed'), type: 'date' },
  { field: 'overdue_at', title: t('obligation.overdueAt'), type: 'date' },
  { field: 'mine', title: t('obligation.mine'), type: 'flag' },
  { field: 'key_step', title: t('obligation.keyStep'), type: 'flag' },
]
