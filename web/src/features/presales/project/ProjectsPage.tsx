import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { ImportButton } from '~/features/platform/import_run/ImportButton'
import { InstantText } from '~/ui/InstantText'
import type { Column } from '~/ui/list/column'
import { DataList } from '~/ui/list/DataList'
import type { FilterField } from '~/ui/list/filter'
import { type View, ViewSwitch } from '~/ui/list/ViewSwitch'
import { MoneyText } from '~/ui/MoneyText'
import { StateTag } from '~/ui/StateTag'
import { beginningQuery, KINDS, loadProjects, type ProjectRow, STATES } from './api'
import { BoardPage } from './BoardPage'
import { CreateProjectDialog } from './ProjectDialog'
import { ProjectStateTag } from './ProjectStateTag'
import styles from './project.module.css'
import type { ProjectsView } from './search'
import { UninitiatedPage } from './UninitiatedPage'

export function ProjectsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const search = useSearch({ from: '/shell/projects' })
  const navigate = useNavigate({ from: '/projects' })
  const { panel, as, ...list } = search
  const { data: beginning } = useQuery(beginningQuery)
  const create = may('project.create') && (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => navigate({ search: { ...search, panel: 'new' } })}
    >
      {t('project.create')}
    </Button>
  )
  const look = (next: ProjectsView | 'table') =>
    navigate({ search: next === 'table' ? list : { ...list, as: next }, replace: true })
  const looks = (
    <Segmented<ProjectsView | 'table'>
      aria-label={t('project.look.label')}
      value={as ?? 'table'}
      onChange={look}
      options={(['table', 'board', 'uninitiated'] as const).map((value) => ({
        value,
        label: t(`project.look.${value}`),
      }))}
    />
  )
  return (
    <>
      {as === 'board' && <BoardPage looks={looks} actions={create} list={list} />}
      {as === 'uninitiated' && <UninitiatedPage looks={looks} actions={create} />}
      {as === undefined && (
        <DataList
          name="projects"
          title={t('place.projects')}
          columns={columns(t)}
          fields={fields(t, beginning?.stages ?? [])}
          search={list}
          onSearch={(next) => navigate({ search: next, replace: true })}
          load={loadProjects}
          keyOf={({ id }) => id}
          addressOf={({ id }) => `/projects/${id}`}
          views={
            <span className={styles.views}>
              {looks}
              <ViewSwitch
                views={views(t)}
                search={list}
                onSearch={(next) => navigate({ search: next, replace: true })}
              />
            </span>
          }
          actions={
            <>
              <ImportButton kinds={['project']} />
              {create}
            </>
          }
          empty={{ title: t('project.empty.title'), detail: t('project.empty.detail'), action: create }}
        />
      )}
      {panel === 'new' && may('project.create') && (
        <CreateProjectDialog
          onDone={({ id }) => navigate({ to: '/projects/$id', params: { id } })}
          onCancel={() => navigate({ search: as === undefined ? list : { ...list, as } })}
        />
      )}
    </>
  )
}

const views = (t: TFunction): View[] => [
  { key: 'all', name: t('project.view.all'), parts: [] },
  { key: 'mine', name: t('project.view.mine'), parts: [{ field: 'team', op: 'eq', value: '@me' }] },
  { key: 'active', name: t('project.view.active'), parts: [{ field: 'state', op: 'in', value: ['active'] }] },
  {
    key: 'ended',
    name: t('project.view.ended'),
    parts: [
      { field: 'state', op: 'in', value: ['won', 'lost', 'dropped', 'summarised', 'evaluated', 'archived'] },
    ],
  },
]

const columns = (t: TFunction): Column<ProjectRow>[] => [
  {
    key: 'number',
    title: t('project.number'),
    sort: 'number',
    deskOnly: true,
    render: ({ number }) => <span className="x-muted">{number}</span>,
  },
  { key: 'name', title: t('project.field.name'), main: true, sort: 'name', render: ({ name }) => name },
  { key: 'customer', title: t('project.customer'), render: ({ customer_name }) => customer_name ?? '–' },
  { key: 'stage', title: t('project.stage'), sort: 'stage', render: ({ stage_name }) => stage_name },
  {
    key: 'state',
    title: t('project.stateTitle'),
    sort: 'state',
    render: ({ state }) => <ProjectStateTag state={state} />,
  },
  {
    key: 'amount',
    title: t('project.field.amount'),
    sort: 'amount',
    align: 'right',
    render: ({ amount }) => <MoneyText money={amount} short />,
  },
  { key: 'owner', title: t('project.owner'), render: ({ owner }) => owner?.name ?? '–' },
  {
    key: 'initiated',
    title: t('project.initiation'),
    render: ({ initiated }) =>
      initiated ? (
        <StateTag tone="kept">{t('project.initiated')}</StateTag>
      ) : (
        <span className="x-muted">{t('project.notInitiated')}</span>
      ),
  },
  {
    key: 'expected_sign_on',
    title: t('project.field.expected_sign_on'),
    sort: 'expected_sign_on',
    render: ({ expected_sign_on }) => expected_sign_on ?? '–',
  },
  {
    key: 'stage_since',
    title: t('project.stageSince'),
    sort: 'stage_since',
    optional: true,
    render: ({ stage_since }) => <InstantText at={stage_since} day />,
  },
  {
    key: 'kind',
    title: t('project.field.kind'),
    optional: true,
    sort: 'kind',
    render: ({ kind }) => t(`project.kind.${kind}`),
  },
  {
    key: 'archive_missing',
    title: t('project.archiveMissing'),
    optional: true,
    sort: 'archive_missing',
    align: 'right',
    render: ({ archive_missing }) => archive_missing,
  },
  {
    key: 'updated_at',
    title: t('project.updatedAt'),
    sort: 'updated_at',
    deskOnly: true,
    render: ({ updated_at }) => (
      <span className="x-muted">
        <InstantText at={updated_at} day />
      </span>
    ),
  },
]

const fields = (t: TFunction, stages: readonly { id: string; name: string }[]): FilterField[] => [
  { field: 'name', title: t('project.field.name'), type: 'text' },
  {
    field: 'state',
    title: t('project.stateTitle'),
    type: 'choice',
    choices: STATES.map((value) => ({ value, title: t(`project.state.${value}`) })),
  },
  {
    field: 'stage',
    title: t('project.stage'),
    type: 'choice',
    choices: stages.map(({ id, name }) => ({ value: id, title: name })),
  },
  {
    field: 'kind',
    title: t('project.field.kind'),
    type: 'choice',
    choices: KINDS.map((value) => ({ value, title: t(`project.kind.${value}`) })),
  },
  { field: 'amount', title: t('project.field.amount'), type: 'money' },
  { field: 'owner', title: t('project.owner'), type: 'member' },
  { field: 'team', title: t('project.inTeam'), type: 'member' },
  { field: 'department', title: t('project.department'), type: 'department' },
  { field: 'expected_sign_on', title: t('project.field.expected_sign_on'), type: 'date' },
  { field: 'first_lead_on', title: t('project.field.first_lead_on'), type: 'date' },
  { field: 'initiated_at', title: t('project.initiation'), type: 'date' },
  { field: 'public_sector', title: t('project.field.public_sector'), type: 'flag' },
]
