import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { useCommands } from '~/ui/commands/commands'
import { DueClock } from '~/ui/DueClock'
import { InstantText } from '~/ui/InstantText'
import { RecordPage } from '~/ui/RecordPage'
import { ApprovalStateTag } from './ApprovalStateTag'
import { approvalQuery } from './api'
import { DecisionDialog, type Verdict } from './DecisionDialog'
import { FactsCard } from './FactsCard'
import { Steps } from './Steps'

const VERDICTS: readonly Verdict[] = ['approve', 'return', 'reject', 'hand_over', 'add_signer', 'withdraw']
const BEHIND: readonly Verdict[] = ['hand_over', 'add_signer', 'withdraw']

export function ApprovalPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/shell/approvals/$id' })
  const { panel } = useSearch({ from: '/shell/approvals/$id' })
  const navigate = useNavigate({ from: '/approvals/$id' })
  const { data: request } = useSuspenseQuery(approvalQuery(id))
  const { subject, can } = request
  const open = (verdict: Verdict) => navigate({ search: { panel: verdict }, replace: true })
  const close = () => navigate({ search: {}, replace: true })
  const verdict = VERDICTS.find((one) => one === panel && can.includes(one))
  useCommands(
    VERDICTS.filter((one) => can.includes(one)).map((key) => ({
      key,
      label: t(`approval.do.${key}`),
      onClick: () => open(key),
    })),
  )
  const behind = BEHIND.filter((one) => can.includes(one))
  return (
    <>
      <RecordPage
        number={subject?.number ?? ''}
        name={request.name}
        tags={<ApprovalStateTag state={request.state} />}
        facts={[
          {
            label: t('approval.about'),
            value: subject?.address ? (
              <Link to={subject.address}>{subject.title}</Link>
            ) : (
              (subject?.title ?? '–')
            ),
          },
          { label: t('approval.askedBy'), value: request.asked_by?.name ?? '–' },
          { label: t('approval.askedAt'), value: <InstantText at={request.asked_at} /> },
          request.state === 'pending'
            ? { label: t('approval.due'), value: <DueClock at={request.due_at} /> }
            : { label: t('approval.decidedAt'), value: <InstantText at={request.decided_at} /> },
        ]}
        actions={
          can.length > 0 && (
            <>
              {behind.length > 0 && (
                <Dropdown
                  menu={{
                    items: behind.map((key) => ({
                      key,
                      label: t(`approval.do.${key}`),
                      onClick: () => open(key),
                    })),
                  }}
                  trigger={['click']}
                >
                  <Button>{t('approval.more')}</Button>
                </Dropdown>
              )}
              {can.includes('reject') && (
                <Button danger onClick={() => open('reject')}>
                  {t('approval.do.reject')}
                </Button>
              )}
              {can.includes('return') && (
                <Button onClick={() => open('return')}>{t('approval.do.return')}</Button>
              )}
              {can.includes('approve') && (
                <Button type="primary" onClick={() => open('approve')}>
                  {t('approval.do.approve')}
                </Button>
              )}
            </>
          )
        }
        notice={
          request.outdated_at && (
            <Alert type="warning" showIcon title={t('approval.outdated')} role="status" />
          )
        }
        timeline={<Steps steps={request.steps} />}
      >
        {request.note && (
          <Card title={t('approval.note')}>
            <p style={{ whiteSpace: 'pre-wrap' }}>{request.note}</p>
          </Card>
        )}
        <FactsCard facts={request.facts} />
      </RecordPage>
      {verdict && <DecisionDialog request={request} verdict={verdict} onDone={close} />}
    </>
  )
}
