import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { FormDialog } from '~/features/governance/filing/FormDialog'
import { useCommands } from '~/ui/commands/commands'
import { InstantText } from '~/ui/InstantText'
import { MoneyText } from '~/ui/MoneyText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage, type Tab } from '~/ui/RecordPage'
import { StateTag } from '~/ui/StateTag'
import { AttachmentsCard } from '../AttachmentsCard'
import { ContactsCard } from '../contact/ContactsCard'
import { ShareDialog } from '../export/AskDialogs'
import { InteractionsCard } from '../interaction/InteractionsCard'
import { RecordTimeline } from '../RecordTimeline'
import { customerQuery, loadTimeline, useArchiveCustomer, useUnarchiveCustomer } from './api'
import { EditCustomerDialog } from './CustomerDialog'
import { CustomerInquiries, CustomerProjects } from './CustomerRecords'
import { MergeDialog } from './MergeDialog'
import { Merged } from './Merged'
import { Overview } from './Overview'
import { TransferDialog } from './TransferDialog'

export function CustomerPage() {
  const { id } = useParams({ from: '/shell/customers/$id' })
  return <CustomerRecord key={id} id={id} />
}

function CustomerRecord({ id }: { id: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { tab, panel, form } = useSearch({ from: '/shell/customers/$id' })
  const navigate = useNavigate({ from: '/customers/$id' })
  const { data: customer } = useSuspenseQuery(customerQuery(id))
  const archive = useArchiveCustomer()
  const unarchive = useUnarchiveCustomer()
  const { can } = customer
  const open = (next: string) => navigate({ search: (now) => ({ ...now, panel: next }), replace: true })
  const close = () => navigate({ search: ({ panel: _panel, form: _form, ...rest }) => rest, replace: true })
  const show = (next: string) => navigate({ search: { tab: next }, replace: true })
  const which = { params: { path: { id } } }

  const tabs: Tab[] = [
    {
      key: 'overview',
      label: t('customer.tab.overview'),
      content: <Overview customer={customer} onTab={show} onEdit={() => open('edit')} />,
    },
    {
      key: 'contacts',
      label: t('customer.tab.contacts', { count: customer.contact_count }),
      content: <ContactsCard customer={id} panel={panel} onPanel={open} onClose={close} />,
    },
    {
      key: 'interactions',
      label: t('customer.tab.interactions'),
      content: <InteractionsCard customer={id} panel={panel} onPanel={open} onClose={close} />,
    },
    ...(may('inquiry.read')
      ? [{ key: 'inquiries', label: t('customer.tab.inquiries'), content: <CustomerInquiries id={id} /> }]
      : []),
    ...(may('project.read')
      ? [{ key: 'projects', label: t('customer.tab.projects'), content: <CustomerProjects id={id} /> }]
      : []),
    {
      key: 'files',
      label: t('customer.tab.files'),
      content: <AttachmentsCard kind="customer" id={id} canAdd={can.update} />,
    },
  ]
  const rest = [
    can.share && { key: 'share', label: t('export.share'), onClick: () => open('share') },
    can.transfer && { key: 'transfer', label: t('customer.transfer'), onClick: () => open('transfer') },
    can.merge && { key: 'merge', label: t('customer.merge.title'), onClick: () => open('merge') },
    can.archive && { key: 'archive', label: t('customer.archive'), onClick: () => archive.mutate(which) },
  ].filter((item) => item !== false)
  useCommands([
    can.update && { key: 'edit', label: t('customer.edit'), onClick: () => open('edit') },
    ...rest,
    customer.archived_at !== null &&
      can.unarchive && {
        key: 'unarchive',
        label: t('customer.unarchive'),
        onClick: () => unarchive.mutate(which),
      },
  ])

  return (
    <>
      <RecordPage
        number={customer.number}
        name={customer.name}
        tags={
          <>
            {customer.kind === 'person' && <StateTag>{t('customer.kind.person')}</StateTag>}
            {customer.complete ? (
              <StateTag tone="kept">{t('customer.complete')}</StateTag>
            ) : (
              <StateTag tone="near">{t('customer.lacks', { count: customer.missing.length })}</StateTag>
            )}
            {!customer.active && <StateTag>{t('customer.quiet')}</StateTag>}
          </>
        }
        facts={[
          { label: t('customer.owner'), value: customer.owner?.name ?? '–' },
          { label: t('customer.field.industry'), value: customer.industry ?? '–' },
          { label: t('customer.field.region'), value: customer.region ?? '–' },
          { label: t('customer.field.source'), value: customer.source ?? '–' },
          { label: t('customer.field.budget'), value: <MoneyText money={customer.budget} short /> },
          { label: t('customer.createdAt'), value: <InstantText at={customer.created_at} day /> },
        ]}
        actions={
          (can.update || rest.length > 0) && (
            <>
              {rest.length > 0 && (
                <Dropdown menu={{ items: rest }} trigger={['click']}>
                  <Button loading={archive.isPending}>{t('engage.more')}</Button>
                </Dropdown>
              )}
              {can.update && (
                <Button type="primary" onClick={() => open('edit')}>
                  {t('customer.edit')}
                </Button>
              )}
            </>
          )
        }
        notice={
          <>
            <ProblemAlert problem={archive.error ?? unarchive.error} />
            <Merged customer={customer} />
            {customer.archived_at && !customer.merged_into && (
              <Alert
                type="info"
                showIcon
                title={t('customer.isArchived')}
                action={
                  can.unarchive && (
                    <Button loading={unarchive.isPending} onClick={() => unarchive.mutate(which)}>
                      {t('customer.unarchive')}
                    </Button>
                  )
                }
              />
            )}
          </>
        }
        tabs={tabs}
        tab={tab}
        onTab={show}
        timeline={
          <RecordTimeline
            of={id}
            name={['customers', 'timeline', id]}
            load={(cursor) => loadTimeline(id, cursor)}
          />
        }
      />
      {form !== undefined && <FormDialog form={form} kind="customer" id={id} onDone={close} />}
      {panel === 'edit' && can.update && <EditCustomerDialog customer={customer} onDone={close} />}
      {panel === 'merge' && can.merge && (
        <MergeDialog
          customer={customer}
          onDone={(into) => navigate({ to: '/customers/$id', params: { id: into }, search: {} })}
          onCancel={close}
        />
      )}
      {panel === 'share' && can.share && <ShareDialog customer={id} onCancel={close} />}
      {panel === 'transfer' && can.transfer && <TransferDialog customer={customer} onDone={close} />}
    </>
  )
}
