import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ExtraText } from '~/features/governance/filing/ExtraText'
import { useExtra } from '~/features/governance/filing/extra'
import { Card } from '~/ui/Card'
import { StateTag } from '~/ui/StateTag'
import styles from '../engage.module.css'
import { Texts } from '../Texts'
import type { Inquiry } from './api'
import { SenderField } from './SenderField'

interface Props {
  inquiry: Inquiry
  onPanel: (panel: string) => void
}

/** What is asked, what lies behind it, and what was answered. */
export function Essentials({ inquiry, onPanel }: Props) {
  const { t } = useTranslation()
  const { can } = inquiry
  const extra = useExtra('inquiry')
  const label = (field: string) => t(`inquiry.field.${field}`)
  return (
    <>
      <Card
        title={t('inquiry.assessment')}
        note={inquiry.assessed ? undefined : <span className="x-near">{t('inquiry.notAssessed')}</span>}
        extra={
          can.assess && (
            <Button onClick={() => onPanel('assess')}>
              {t(inquiry.assessed ? 'inquiry.assessAgain' : 'inquiry.assess')}
            </Button>
          )
        }
      >
        <Texts
          lines={[
            [label('background'), inquiry.background],
            [label('aim'), inquiry.aim],
            [
              label('clarity'),
              inquiry.clarity && (
                <StateTag tone={inquiry.clarity === 'clear' ? 'kept' : 'near'}>
                  {t(`inquiry.clarity.${inquiry.clarity}`)}
                </StateTag>
              ),
            ],
            [label('needs'), inquiry.needs],
          ]}
        />
      </Card>
      <Card
        title={t('inquiry.questionAndAnswer')}
        extra={can.update && <Button onClick={() => onPanel('edit')}>{t('inquiry.edit')}</Button>}
      >
        <Texts
          lines={[
            [label('question'), inquiry.question],
            [label('answer'), inquiry.answer],
            [label('answer_source'), inquiry.answer_source],
            ...extra.map((field): [string, ReactNode] => [
              field.name,
              <ExtraText key={field.id} field={field} value={inquiry.extra[field.id]} />,
            ]),
          ]}
        />
      </Card>
      <Card
        title={t('inquiry.asker')}
        extra={
          can.match && (
            <Button onClick={() => onPanel('match')}>
              {t(inquiry.customer_id ? 'inquiry.matchAgain' : 'inquiry.match')}
            </Button>
          )
        }
      >
        <Texts
          lines={[
            [label('customer_id'), inquiry.customer_name],
            [label('sender_name'), inquiry.sender_name],
            [label('sender_company'), inquiry.sender_company],
            [
              label('sender_phone'),
              inquiry.sender_phone && <SenderField key="phone" inquiry={inquiry} field="sender_phone" />,
            ],
            [
              label('sender_email'),
              inquiry.sender_email && <SenderField key="email" inquiry={inquiry} field="sender_email" />,
            ],
            [label('receiver'), inquiry.receiver?.name],
          ]}
        />
        <p className={`x-muted ${styles.second}`}>{t('inquiry.senderMasked')}</p>
      </Card>
    </>
  )
}
