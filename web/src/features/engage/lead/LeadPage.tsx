import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { FormDialog } from '~/features/governance/filing/FormDialog'
import { Card } from '~/ui/Card'
import { ConfirmReason } from '~/ui/ConfirmReason'
import { useCommands } from '~/ui/commands/commands'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage } from '~/ui/RecordPage'
import { projectAddress } from '../addresses'
import { customerQuery } from '../customer/api'
import { ConvertDialog } from '../inquiry/ConvertDialog'
import { OwedCard } from '../OwedCard'
import { useOwed } from '../owed'
import { Texts } from '../Texts'
import { type Lead, leadQuery, useContactLead, useDiscardLead, useQualifyLead } from './api'
import { EditLeadDialog } from './LeadDialog'
import { LeadStateTag } from './LeadStateTag'

export function LeadPage() {
  const { id } = useParams({ from: '/shell/leads/$id' })
  return <LeadRecord key={id} id={id} />
}

function LeadRecord({ id }: { id: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { panel, form } = useSearch({ from: '/shell/leads/$id' })
  const navigate = useNavigate({ from: '/leads/$id' })
  const { data: lead } = useSuspenseQuery(leadQuery(id))
  const { data: owed = [] } = useOwed(id)
  const contact = useContactLead()
  const qualify = useQualifyLead()
  const discard = useDiscardLead()
  const { can } = lead
  const which = { params: { path: { id } } }
  const open = (next: string) => navigate({ search: { panel: next }, replace: true })
  const close = () => navigate({ search: {}, replace: true })
  const mayConvert = can.convert && may('project.create')
  const acts = {
    edit: can.update && { key: 'edit', label: t('lead.edit'), onClick: () => open('edit') },
    discard: can.discard && { key: 'discard', label: t('lead.discard'), onClick: () => open('discard') },
    contact: can.contact && {
      key: 'contact',
      label: t('lead.contact'),
      onClick: () => contact.mutate(which),
    },
    qualify: can.qualify && {
      key: 'qualify',
      label: t('lead.qualify'),
      onClick: () => qualify.mutate(which),
    },
    convert: mayConvert && { key: 'convert', label: t('inquiry.convert'), onClick: () => open('convert') },
  }
  useCommands(Object.values(acts))
  return (
    <>
      <RecordPage
        number={lead.number}
        name={lead.title}
        tags={<LeadStateTag state={lead.state} />}
        facts={[
          { label: t('inquiry.field.customer_id'), value: <CustomerLink id={lead.customer_id} /> },
          { label: t('customer.owner'), value: lead.owner?.name ?? '–' },
          { label: t('lead.field.source'), value: lead.source ?? '–' },
          { label: t('lead.field.first_on'), value: lead.first_on },
          ...(lead.contacted_at
            ? [{ label: t('lead.contactedAt'), value: <InstantText at={lead.contacted_at} /> }]
            : []),
        ]}
        actions={
          (acts.edit || acts.discard || acts.contact || acts.qualify || acts.convert) && (
            <>
              {acts.edit && <Button onClick={acts.edit.onClick}>{acts.edit.label}</Button>}
              {acts.discard && <Button onClick={acts.discard.onClick}>{acts.discard.label}</Button>}
              {acts.contact && (
                <Button
                  type={lead.state === 'new' ? 'primary' : 'default'}
                  loading={contact.isPending}
                  onClick={acts.contact.onClick}
                >
                  {acts.contact.label}
                </Button>
              )}
              {acts.qualify && (
                <Button
                  type={lead.state === 'contacted' ? 'primary' : 'default'}
                  loading={qualify.isPending}
                  onClick={acts.qualify.onClick}
                >
                  {acts.qualify.label}
                </Button>
              )}
              {acts.convert && (
                <Button
                  type={lead.state === 'qualified' ? 'primary' : 'default'}
                  onClick={acts.convert.onClick}
                >
                  {acts.convert.label}
                </Button>
              )}
            </>
          )
        }
        notice={<ProblemAlert problem={contact.error ?? qualify.error} />}
        timeline={owed.length > 0 ? <OwedCard id={id} /> : undefined}
      >
        <Card title={t('lead.about')}>
          <Texts lines={linesOf(lead, t)} />
        </Card>
      </RecordPage>
      {form !== undefined && <FormDialog form={form} kind="lead" id={id} onDone={close} />}
      {panel === 'edit' && can.update && <EditLeadDialog lead={lead} onDone={close} onCancel={close} />}
      {panel === 'discard' && can.discard && (
        <ConfirmReason
          title={t('lead.discard')}
          explanation={t('lead.discardWhat')}
          confirmLabel={t('lead.discard')}
          danger
          pending={discard.isPending}
          problem={discard.error}
          onCancel={close}
          onConfirm={(reason) => discard.mutate({ ...which, body: { reason } }, { onSuccess: close })}
        />
      )}
      {panel === 'convert' && mayConvert && (
        <ConvertDialog
          from={{ lead: id }}
          name={lead.title}
          goal={lead.needs}
          onDone={(project) => navigate({ to: projectAddress(project) })}
          onCancel={close}
        />
      )}
    </>
  )
}

function linesOf(lead: Lead, t: (key: string) => string): (readonly [string, ReactNode])[] {
  const { needs, reason, inquiry_id, project_id } = lead
  return [
    [t('lead.field.needs'), needs],
    ...(reason ? [[t('lead.discardedBecause'), reason] as const] : []),
    ...(inquiry_id
      ? [
          [
            t('lead.fromInquiry'),
            <Link key="inquiry" to="/inquiries/$id" params={{ id: inquiry_id }}>
              {t('lead.openInquiry')}
            </Link>,
          ] as const,
        ]
      : []),
    ...(project_id
      ? [
          [
            t('inquiry.asProject'),
            <Link key="project" to={projectAddress(project_id)}>
              {t('inquiry.openProject')}
            </Link>,
          ] as const,
        ]
      : []),
  ]
}

function CustomerLink({ id }: { id: string | null | undefined }) {
  const { data: customer } = useQuery({ ...customerQuery(id ?? ''), enabled: Boolean(id), retry: false })
  if (!id || !customer) return '–'
  return (
    <Link to="/customers/$id" params={{ id }}>
      {customer.name}
    </Link>
  )
}
