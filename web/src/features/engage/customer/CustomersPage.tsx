import { ExportOutlined, PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { extraColumns } from '~/features/governance/filing/ExtraText'
import { useExtra } from '~/features/governance/filing/extra'
import { ImportButton } from '~/features/platform/import_run/ImportButton'
import { useCommands } from '~/ui/commands/commands'
import { InstantText } from '~/ui/InstantText'
import type { Column } from '~/ui/list/column'
import { DataList } from '~/ui/list/DataList'
import type { FilterField } from '~/ui/list/filter'
import { type View, ViewSwitch } from '~/ui/list/ViewSwitch'
import { MoneyText } from '~/ui/MoneyText'
import { StateTag } from '~/ui/StateTag'
import styles from '../engage.module.css'
import { ExportDialog } from '../export/AskDialogs'

import { type Customer, loadCustomers } from './api'
import { CreateCustomerDialog } from './CustomerDialog'

export function CustomersPage() {
  const { t } = useTranslation()
  const may = useMay()
  const search = useSearch({ from: '/shell/customers' })
  const navigate = useNavigate({ from: '/customers' })
  const { panel, ...list } = search
  const ask = may('customer.export') && {
    key: 'export',
    label: t('export.ask'),
    onClick: () => navigate({ search: { ...list, panel: 'export' } }),
  }
  useCommands([ask])
  const create = may('customer.create') && (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => navigate({ search: { ...list, panel: 'new' } })}
    >
      {t('customer.create')}
    </Button>
  )
  return (
    <>
      <DataList
        name="customers"
        title={t('place.customers')}
        columns={[...columns(t), ...extraColumns<Customer>(useExtra('customer'))]}
        fields={fields(t)}
        search={list}
        onSearch={(next) => navigate({ search: next, replace: true })}
        load={loadCustomers}
        keyOf={({ id }) => id}
        addressOf={({ id }) => `/customers/${id}`}
        views={
          <ViewSwitch
            views={views(t)}
            search={list}
            onSearch={(next) => navigate({ search: next, replace: true })}
          />
        }
        actions={
          <>
            {may('export_run.read') && (
              <Button onClick={() => navigate({ to: '/exports' })}>{t('export.all')}</Button>
            )}
            {ask && (
              <Button icon={<ExportOutlined aria-hidden />} onClick={ask.onClick}>
                {ask.label}
              </Button>
            )}
            <Button onClick={() => navigate({ to: '/customers/twins' })}>{t('customer.twins.title')}</Button>
            <ImportButton kinds={['customer', 'contact']} />
            {create}
          </>
        }
        empty={{ title: t('customer.empty.title'), detail: t('customer.empty.detail'), action: create }}
      />
      {panel === 'export' && may('customer.export') && (
        <ExportDialog
          filter={list.filter && JSON.stringify(list.filter)}
          words={list.q}
          onCancel={() => navigate({ search: list })}
        />
      )}
      {panel === 'new' && may('customer.create') && (
        <CreateCustomerDialog
          onDone={({ id }) => navigate({ to: '/customers/$id', params: { id } })}
          onCancel={() => navigate({ search: list })}
        />
      )}
    </>
  )
}

const views = (t: TFunction): View[] => [
  { key: 'all', name: t('customer.view.all'), parts: [] },
  { key: 'mine', name: t('customer.view.mine'), parts: [{ field: 'owner', op: 'eq', value: '@me' }] },
  {
    key: 'incomplete',
    name: t('customer.view.incomplete'),
    parts: [{ field: 'complete', op: 'eq', value: false }],
  },
  { key: 'quiet', name: t('customer.view.quiet'), parts: [{ field: 'active', op: 'eq', value: false }] },
  { key: 'archived', name: t('customer.view.archived'), parts: [{ field: 'archived_at', op: 'filled' }] },
]

const columns = (t: TFunction): Column<Customer>[] => [
  {
    key: 'number',
    title: t('engage.number'),
    sort: 'number',
    deskOnly: true,
    render: ({ number }) => <span className="x-muted">{number}</span>,
  },
  {
    key: 'name',
    title: t('customer.name'),
    main: true,
    sort: 'name',
    render: ({ name, short_name }) => (
      <>
        {name}
        {short_name && <span className={`x-muted ${styles.second}`}>{short_name}</span>}
      </>
    ),
  },
  {
    key: 'industry',
    title: t('customer.field.industry'),
    sort: 'industry',
    render: ({ industry }) => industry ?? '–',
  },
  { key: 'region', title: t('customer.field.region'), sort: 'region', render: ({ region }) => region ?? '–' },
  { key: 'owner', title: t('customer.owner'), render: ({ owner }) => owner?.name ?? '–' },
  {
    key: 'budget',
    title: t('customer.field.budget'),
    sort: 'budget',
    align: 'right',
    render: ({ budget }) => <MoneyText money={budget} short />,
  },
  {
    key: 'contacts',
    title: t('customer.contacts'),
    sort: 'contact_count',
    align: 'right',
    render: ({ contact_count }) => contact_count,
  },
  {
    key: 'file',
    title: t('customer.file'),
    sort: 'complete',
    render: ({ complete, missing }) =>
      complete ? (
        <StateTag tone="kept">{t('customer.complete')}</StateTag>
      ) : (
        <StateTag tone="near">{t('customer.lacks', { count: missing.length })}</StateTag>
      ),
  },
  {
    key: 'kind',
    title: t('customer.field.kind'),
    optional: true,
    sort: 'kind',
    render: ({ kind }) => t(`customer.kind.${kind}`),
  },
  {
    key: 'source',
    title: t('customer.field.source'),
    optional: true,
    sort: 'source',
    render: ({ source }) => source ?? '–',
  },
  {
    key: 'credit_code',
    title: t('customer.field.credit_code'),
    optional: true,
    render: ({ credit_code }) => credit_code ?? '–',
  },
  {
    key: 'created_at',
    title: t('customer.createdAt'),
    optional: true,
    sort: 'created_at',
    render: ({ created_at }) => <InstantText at={created_at} day />,
  },
  {
    key: 'updated_at',
    title: t('customer.updatedAt'),
    sort: 'updated_at',
    deskOnly: true,
    render: ({ updated_at }) => (
      <span className="x-muted">
        <InstantText at={updated_at} day />
      </span>
    ),
  },
]

const fields = (t: TFunction): FilterField[] => [
  { field: 'name', title: t('customer.name'), type: 'text' },
  { field: 'industry', title: t('customer.field.industry'), type: 'text' },
  { field: 'region', title: t('customer.field.region'), type: 'text' },
  { field: 'source', title: t('customer.field.source'), type: 'text' },
  {
    field: 'kind',
    title: t('customer.field.kind'),
    type: 'choice',
    choices: ['company', 'person'].map((value) => ({ value, title: t(`customer.kind.${value}`) })),
  },
  { field: 'budget', title: t('customer.field.budget'), type: 'money' },
  { field: 'owner', title: t('customer.owner'), type: 'member' },
  { field: 'department', title: t('customer.department'), type: 'department' },
  { field: 'complete', title: t('customer.complete'), type: 'flag' },
  { field: 'active', title: t('customer.active'), type: 'flag' },
  { field: 'contact_count', title: t('customer.contacts'), type: 'number' },
  { field: 'last_active_at', title: t('customer.lastActive'), type: 'date' },
  { field: 'created_at', title: t('customer.createdAt'), type: 'date' },
  { field: 'archived_at', title: t('customer.archivedAt'), type: 'date' },
]
