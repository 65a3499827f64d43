import { useTranslation } from 'react-i18next'
import { queryClient } from '~/api/client'
import { Masked } from '../Masked'
import { type Confidential, type Contact, useRevealContact } from './api'

interface Props {
  contact: Contact
  field: Confidential
}

/** How a contact is reached; each look leaves evidence on the customer. */
export function MaskedField({ contact, field }: Props) {
  const { t } = useTranslation()
  const reveal = useRevealContact()
  const masked = contact[field]
  if (!masked) return null
  return (
    <Masked
      title={t('contact.reveal', { field: t(`contact.field.${field}`), name: contact.name })}
      masked={masked}
      kind={field === 'email' ? 'mail' : field === 'wechat' ? 'other' : 'phone'}
      may={contact.can.reveal}
      clear={reveal.data?.value}
      pending={reveal.isPending}
      problem={reveal.error}
      onReveal={(reason, done) =>
        reveal.mutate(
          { params: { path: { id: contact.id } }, body: { field, reason } },
          {
            onSuccess: () => {
              done()
              void queryClient.invalidateQueries({ queryKey: ['customers', 'timeline', contact.customer_id] })
            },
          },
        )
      }
    />
  )
}
