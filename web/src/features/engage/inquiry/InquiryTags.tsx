import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '~/ui/StateTag'
import type { Inquiry, InquiryState, Priority } from './api'

const STATES: Record<InquiryState, Tone> = {
  received: 'near',
  assigned: 'accent',
  replied: 'accent',
  following: 'accent',
  closed: 'plain',
}
const PRIORITIES: Record<Priority, Tone> = { low: 'plain', normal: 'plain', high: 'near', urgent: 'late' }

/** Where an inquiry stands, and what became of it. */
export function InquiryStateTag({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation()
  const { state, outcome } = inquiry
  const words = outcome ? t(`inquiry.outcome.${outcome}`) : t(`inquiry.state.${state}`)
  return <StateTag tone={outcome === 'converted' ? 'kept' : STATES[state]}>{words}</StateTag>
}

/** What makes an inquiry stand out: late, waiting, urgent. */
export function InquiryMarks({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation()
  const { overdue, waits_for_customer, priority } = inquiry
  return (
    <>
      {overdue && <StateTag tone="late">{t('inquiry.overdue')}</StateTag>}
      {waits_for_customer && <StateTag tone="near">{t('inquiry.waits')}</StateTag>}
      {priority && priority !== 'normal' && (
        <StateTag tone={PRIORITIES[priority]}>{t(`inquiry.priority.${priority}`)}</StateTag>
      )}
    </>
  )
}

/** Who asks: the customer, else whoever signed. */
export function askerOf({ customer_name, sender_company, sender_name }: Inquiry): string | undefined {
  const sender = [sender_company, sender_name].filter(Boolean).join(' · ')
  return customer_name ?? (sender === '' ? undefined : sender)
}
