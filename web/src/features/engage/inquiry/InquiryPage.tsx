import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { FormDialog } from '~/features/governance/filing/FormDialog'
import { useCommands } from '~/ui/commands/commands'
import { DueClock } from '~/ui/DueClock'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage, type Tab } from '~/ui/RecordPage'
import { StateTag } from '~/ui/StateTag'
import { AttachmentsCard } from '../AttachmentsCard'
import { projectAddress } from '../addresses'
import styles from '../engage.module.css'
import { HandoversCard } from '../handover/HandoversCard'
import { OwedCard } from '../OwedCard'
import { useOwed } from '../owed'
import { RecordTimeline } from '../RecordTimeline'
import { Assignment } from './Assignment'
import {
  type Inquiry,
  inquiryQuery,
  loadTimeline,
  useReopenInquiry,
  useResumeInquiry,
  useTakeInquiry,
  useWaitInquiry,
} from './api'
import { Conversation } from './Conversation'
import { Essentials } from './Essentials'
import { askerOf, InquiryMarks, InquiryStateTag } from './InquiryTags'
import { Panels } from './Panels'
import { ResponsesCard } from './ResponsesCard'

interface PageProps {
  /** What other features know of the time after closing. */
  after?: (id: string) => ReactNode
}

export function InquiryPage({ after }: PageProps) {
  const { id } = useParams({ from: '/shell/inquiries/$id' })
  return <InquiryRecord key={id} id={id} after={after?.(id)} />
}

function InquiryRecord({ id, after }: { id: string; after: ReactNode }) {
  const { t } = useTranslation()
  const { tab, panel, form } = useSearch({ from: '/shell/inquiries/$id' })
  const navigate = useNavigate({ from: '/inquiries/$id' })
  const { data: inquiry } = useSuspenseQuery(inquiryQuery(id))
  const open = (next: string) => navigate({ search: (now) => ({ ...now, panel: next }), replace: true })
  const close = () => navigate({ search: ({ panel: _panel, form: _form, ...rest }) => rest, replace: true })
  const show = (next: string) => navigate({ search: { tab: next }, replace: true })
  const { can } = inquiry

  const tabs: Tab[] = [
    { key: 'talk', label: t('inquiry.tab.talk'), content: <Conversation inquiry={inquiry} onPanel={open} /> },
    {
      key: 'essentials',
      label: t('inquiry.tab.essentials'),
      content: <Essentials inquiry={inquiry} onPanel={open} />,
    },
    {
      key: 'assignment',
      label: t('inquiry.tab.assignment'),
      content: <Assignment inquiry={inquiry} onPanel={open} />,
    },
    {
      key: 'after',
      label: t('inquiry.tab.after'),
      content: (
        <>
          <HandoversCard
            first={primaryOf(inquiry) === undefined}
            inquiry={id}
            project={inquiry.project_id}
            onOffer={can.hand_over ? () => open('hand-over') : undefined}
          />
          {after}
          <ResponsesCard id={id} awaited={inquiry.state !== 'closed'} />
        </>
      ),
    },
    {
      key: 'files',
      label: t('customer.tab.files'),
      content: <AttachmentsCard kind="inquiry" id={id} canAdd={can.update} />,
    },
  ]
  return (
    <>
      <RecordPage
        number={inquiry.number}
        name={inquiry.title}
        tags={
          <>
            <InquiryStateTag inquiry={inquiry} />
            <InquiryMarks inquiry={inquiry} />
            {inquiry.class && <StateTag>{t(`inquiry.class.${inquiry.class}`)}</StateTag>}
          </>
        }
        facts={useFacts(inquiry, open)}
        actions={<Actions inquiry={inquiry} onPanel={open} />}
        tabs={tabs}
        tab={tab}
        onTab={show}
        timeline={
          <div className={styles.side}>
            <OwedCard id={id} />
            <InquiryTimeline id={id} />
          </div>
        }
      />
      {form !== undefined && <FormDialog form={form} kind="inquiry" id={id} onDone={close} />}
      <Panels inquiry={inquiry} panel={panel} onPanel={open} onClose={close} />
    </>
  )
}

function InquiryTimeline({ id }: { id: string }) {
  return (
    <RecordTimeline
      name={['inquiries', 'timeline', id]}
      of={id}
      load={(cursor) => loadTimeline(id, cursor)}
    />
  )
}

function useFacts(inquiry: Inquiry, onPanel: (panel: string) => void) {
  const { t } = useTranslation()
  const { data: owed = [] } = useOwed(inquiry.id)
  const { customer_id, assignee, can } = inquiry
  const asker = askerOf(inquiry) ?? t('inquiry.unknownAsker')
  const customer = customer_id ? (
    <Link to="/customers/$id" params={{ id: customer_id }}>
      {asker}
    </Link>
  ) : (
    <>
      {asker}{' '}
      {can.match && (
        <button type="button" className={styles.textButton} onClick={() => onPanel('match')}>
          {t('inquiry.match')}
        </button>
      )}
    </>
  )
  const clocks = owed
    .filter(({ paused, name }, at) => !paused && owed.findIndex((one) => one.name === name) === at)
    .slice(0, 2)
    .map(({ name, due_at, why }) => ({ label: name, value: <DueClock at={due_at} why={why} /> }))
  return [
    { label: t('inquiry.field.customer_id'), value: customer },
    {
      label: t('inquiry.field.assignee'),
      value: assignee?.name ?? <span className="x-near">{t('inquiry.nobody')}</span>,
    },
    { label: t('inquiry.field.channel'), value: t(`inquiry.channel.${inquiry.channel}`) },
    { label: t('inquiry.field.received_at'), value: <InstantText at={inquiry.received_at} /> },
    ...(inquiry.first_replied_at
      ? [{ label: t('inquiry.firstReply'), value: <InstantText at={inquiry.first_replied_at} /> }]
      : []),
    ...(inquiry.project_id
      ? [
          {
            label: t('inquiry.asProject'),
            value: <Link to={projectAddress(inquiry.project_id)}>{t('inquiry.openProject')}</Link>,
          },
        ]
      : []),
    ...clocks,
  ]
}

interface ActionsProps {
  inquiry: Inquiry
  onPanel: (panel: string) => void
}

/** The one step that comes next is filled; the rest stands behind "more". */
function Actions({ inquiry, onPanel }: ActionsProps) {
  const { t } = useTranslation()
  const may = useMay()
  const wait = useWaitInquiry()
  const resume = useResumeInquiry()
  const reopen = useReopenInquiry()
  const take = useTakeInquiry()
  const { can, id } = inquiry
  const which = { params: { path: { id } } }
  const primary = primaryOf(inquiry)
  const item = (key: string, allowed: boolean, onClick: () => void) =>
    allowed && key !== primary ? [{ key, label: t(`inquiry.action.${key}`), onClick }] : []
  const items = [
    ...item('classify', can.classify, () => onPanel('classify')),
    ...item('assess', can.assess, () => onPanel('assess')),
    ...item('assign', can.assign, () => onPanel('assign')),
    ...item('take', can.take, () => take.mutate(which)),
    ...item('reassign', can.reassign, () => onPanel('reassign')),
    ...item('wait', can.wait, () => wait.mutate(which)),
    ...item('resume', can.resume, () => resume.mutate(which)),
    ...item('close', can.close, () => onPanel('close')),
    ...item('follow-up', can.follow_up, () => onPanel('follow-up')),
    ...item('reopen', can.reopen, () => reopen.mutate(which)),
    ...item('convert', can.convert && may('project.create'), () => onPanel('convert')),
    ...item('hand-over', can.hand_over, () => onPanel('hand-over')),
    ...item('edit', can.update, () => onPanel('edit')),
  ]
  const act = () => {
    if (primary === 'resume') resume.mutate(which)
    else if (primary === 'take') take.mutate(which)
    else if (primary !== undefined) onPanel(primary)
  }
  useCommands([
    primary !== undefined && { key: primary, label: t(`inquiry.action.${primary}`), onClick: act },
    ...items,
  ])
  if (items.length === 0 && primary === undefined) return null
  return (
    <>
      <ProblemAlert problem={wait.error ?? resume.error ?? reopen.error ?? take.error} />
      {items.length > 0 && (
        <Dropdown menu={{ items }} trigger={['click']}>
          <Button>{t('engage.more')}</Button>
        </Dropdown>
      )}
      {primary !== undefined && (
        <Button type="primary" loading={resume.isPending || take.isPending} onClick={act}>
          {t(`inquiry.action.${primary}`)}
        </Button>
      )}
    </>
  )
}

/** What the record asks for next: to be classified, to be given to somebody, to go on, to be closed, to be followed up. */
export function primaryOf({ can, assignee, waits_for_customer, class: of, state }: Inquiry) {
  if (state !== 'closed' && !of && can.classify) return 'classify'
  if (!assignee && can.assign) return 'assign'
  if (!assignee && can.take) return 'take'
  if (waits_for_customer && can.resume) return 'resume'
  if (can.close && (state === 'replied' || state === 'following')) return 'close'
  if (can.follow_up) return 'follow-up'
  return undefined
}
