import { useTranslation } from 'react-i18next'
import { queryClient } from '~/api/client'
import { Masked } from '../Masked'
import { type Inquiry, useRevealSender } from './api'
import { askerOf } from './InquiryTags'

interface Props {
  inquiry: Inquiry
  field: 'sender_phone' | 'sender_email'
}

/** How whoever asked is reached; each look leaves evidence on the inquiry. */
export function SenderField({ inquiry, field }: Props) {
  const { t } = useTranslation()
  const reveal = useRevealSender()
  const masked = inquiry[field]
  if (!masked) return null
  const name = inquiry.sender_name ?? askerOf(inquiry) ?? t('inquiry.unknownAsker')
  return (
    <Masked
      title={t('contact.reveal', { field: t(`inquiry.field.${field}`), name })}
      masked={masked}
      kind={field === 'sender_email' ? 'mail' : 'phone'}
      may={inquiry.can.reveal}
      clear={reveal.data?.value}
      pending={reveal.isPending}
      problem={reveal.error}
      onReveal={(reason, done) =>
        reveal.mutate(
          { params: { path: { id: inquiry.id } }, body: { field, reason } },
          {
            onSuccess: () => {
              done()
              void queryClient.invalidateQueries({ queryKey: ['inquiries', 'timeline', inquiry.id] })
            },
          },
        )
      }
    />
  )
}
