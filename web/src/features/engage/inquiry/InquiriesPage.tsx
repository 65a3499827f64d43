import { PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { extraColumns } from '~/features/governance/filing/ExtraText'
import { useExtra } from '~/features/governance/filing/extra'
import { InstantText } from '~/ui/InstantText'
import type { Column } from '~/ui/list/column'
import { DataList } from '~/ui/list/DataList'
import type { FilterField } from '~/ui/list/filter'
import { type View, ViewSwitch } from '~/ui/list/ViewSwitch'
import styles from '../engage.module.css'

import { CHANNELS, CLASSES, type Inquiry, loadInquiries, OUTCOMES, PRIORITIES, STATES } from './api'
import { askerOf, InquiryMarks, InquiryStateTag } from './InquiryTags'
import { ReceiveDialog } from './ReceiveDialog'

export function InquiriesPage() {
  const { t } = useTranslation()
  const may = useMay()
  const { panel, ...list } = useSearch({ from: '/shell/inquiries' })
  const navigate = useNavigate({ from: '/inquiries' })
  const receive = may('inquiry.receive') && (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => navigate({ search: { ...list, panel: 'new' } })}
    >
      {t('inquiry.receive')}
    </Button>
  )
  return (
    <>
      <DataList
        name="inquiries"
        title={t('place.inquiries')}
        columns={[...columns(t), ...extraColumns<Inquiry>(useExtra('inquiry'))]}
        fields={fields(t)}
        search={list}
        onSearch={(next) => navigate({ search: next, replace: true })}
        load={loadInquiries}
        keyOf={({ id }) => id}
        addressOf={({ id }) => `/inquiries/${id}`}
        views={
          <ViewSwitch
            views={views(t)}
            search={list}
            onSearch={(next) => navigate({ search: next, replace: true })}
          />
        }
        actions={receive}
        empty={{ title: t('inquiry.empty.title'), detail: t('inquiry.empty.detail'), action: receive }}
      />
      {panel === 'new' && may('inquiry.receive') && (
        <ReceiveDialog
          onDone={({ id }) => navigate({ to: '/inquiries/$id', params: { id } })}
          onCancel={() => navigate({ search: list })}
        />
      )}
    </>
  )
}

const OPEN = { field: 'state', op: 'ne', value: 'closed' } as const

const views = (t: TFunction): View[] => [
  { key: 'all', name: t('inquiry.view.all'), parts: [] },
  { key: 'mine', name: t('inquiry.view.mine'), parts: [OPEN, { field: 'assignee', op: 'eq', value: '@me' }] },
  { key: 'free', name: t('inquiry.view.free'), parts: [OPEN, { field: 'assignee', op: 'empty' }] },
  { key: 'overdue', name: t('inquiry.view.overdue'), parts: [{ field: 'overdue', op: 'eq', value: true }] },
  {
    key: 'waiting',
    name: t('inquiry.view.waiting'),
    parts: [{ field: 'waits_for_customer', op: 'eq', value: true }],
  },
]

const columns = (t: TFunction): Column<Inquiry>[] => [
  {
    key: 'number',
    title: t('engage.number'),
    sort: 'number',
    deskOnly: true,
    render: ({ number }) => <span className="x-muted">{number}</span>,
  },
  {
    key: 'title',
    title: t('inquiry.title'),
    main: true,
    sort: 'title',
    render: (inquiry) => (
      <>
        {inquiry.title}
        <span className={`x-muted ${styles.second}`}>{askerOf(inquiry) ?? t('inquiry.unknownAsker')}</span>
      </>
    ),
  },
  {
    key: 'state',
    title: t('inquiry.field.state'),
    sort: 'state',
    render: (inquiry) => (
      <span className={styles.buttons}>
        <InquiryStateTag inquiry={inquiry} />
        <InquiryMarks inquiry={inquiry} />
      </span>
    ),
  },
  {
    key: 'class',
    title: t('inquiry.field.class'),
    sort: 'class',
    render: ({ class: of }) =>
      of ? t(`inquiry.class.${of}`) : <span className="x-near">{t('inquiry.unclassified')}</span>,
  },
  {
    key: 'channel',
    title: t('inquiry.field.channel'),
    sort: 'channel',
    render: ({ channel }) => t(`inquiry.channel.${channel}`),
  },
  {
    key: 'assignee',
    title: t('inquiry.field.assignee'),
    render: ({ assignee }) => assignee?.name ?? <span className="x-near">{t('inquiry.nobody')}</span>,
  },
  {
    key: 'replies',
    title: t('inquiry.replies'),
    sort: 'reply_count',
    align: 'right',
    optional: true,
    render: ({ reply_count }) => reply_count,
  },
  {
    key: 'received_at',
    title: t('inquiry.field.received_at'),
    sort: 'received_at',
    render: ({ received_at }) => <InstantText at={received_at} />,
  },
  {
    key: 'first_replied_at',
    title: t('inquiry.firstReply'),
    optional: true,
    render: ({ first_replied_at }) => <InstantText at={first_replied_at} />,
  },
]

const fields = (t: TFunction): FilterField[] => {
  const choices = (family: string, values: readonly string[]) =>
    values.map((value) => ({ value, title: t(`inquiry.${family}.${value}`) }))
  return [
    { field: 'title', title: t('inquiry.title'), type: 'text' },
    { field: 'state', title: t('inquiry.field.state'), type: 'choice', choices: choices('state', STATES) },
    { field: 'class', title: t('inquiry.field.class'), type: 'choice', choices: choices('class', CLASSES) },
    {
      field: 'priority',
      title: t('inquiry.field.priority'),
      type: 'choice',
      choices: choices('priority', PRIORITIES),
    },
    {
      field: 'channel',
      title: t('inquiry.field.channel'),
      type: 'choice',
      choices: choices('channel', CHANNELS),
    },
    {
      field: 'outcome',
      title: t('inquiry.field.outcome'),
      type: 'choice',
      choices: choices('outcome', [...OUTCOMES, 'converted']),
    },
    { field: 'assignee', title: t('inquiry.field.assignee'), type: 'member' },
    { field: 'receiver', title: t('inquiry.field.receiver'), type: 'member' },
    { field: 'department', title: t('customer.department'), type: 'department' },
    { field: 'overdue', title: t('inquiry.overdue'), type: 'flag' },
    { field: 'waits_for_customer', title: t('inquiry.waits'), type: 'flag' },
    { field: 'assessed', title: t('inquiry.assessed'), type: 'flag' },
    { field: 'received_at', title: t('inquiry.field.received_at'), type: 'date' },
    { field: 'closed_at', title: t('inquiry.field.closed_at'), type: 'date' },
  ]
}
