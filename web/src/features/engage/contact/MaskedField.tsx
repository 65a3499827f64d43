import { EyeOutlined } from '@ant-design/icons'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '~/api/client'
import { ConfirmReason } from '~/ui/ConfirmReason'
import { type Confidential, type Contact, useRevealContact } from './api'

interface Props {
  contact: Contact
  field: Confidential
}

/** A confidential field, masked until it is asked for with a purpose. The clear value lives no longer than the page. */
export function MaskedField({ contact, field }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const reveal = useRevealContact()
  const masked = contact[field]
  const clear = reveal.data?.value
  if (!masked) return null
  if (clear) return <Clear field={field} value={clear} />
  return (
    <>
      <span>{masked}</span>
      {contact.can.reveal && (
        <Button
          type="link"
          size="small"
          icon={<EyeOutlined aria-hidden />}
          aria-label={t('contact.reveal', { field: t(`contact.field.${field}`), name: contact.name })}
          onClick={() => setAsking(true)}
        />
      )}
      {asking && (
        <ConfirmReason
          title={t('contact.reveal', { field: t(`contact.field.${field}`), name: contact.name })}
          explanation={t('contact.revealWhy')}
          confirmLabel={t('contact.show')}
          pending={reveal.isPending}
          problem={reveal.error}
          onCancel={() => setAsking(false)}
          onConfirm={(reason) =>
            reveal.mutate(
              { params: { path: { id: contact.id } }, body: { field, reason } },
              {
                onSuccess: () => {
                  setAsking(false)
                  void queryClient.invalidateQueries({
                    queryKey: ['customers', 'timeline', contact.customer_id],
                  })
                },
              },
            )
          }
        />
      )}
    </>
  )
}

function Clear({ field, value }: { field: Confidential; value: string }) {
  const address = field === 'email' ? `mailto:${value}` : field === 'wechat' ? undefined : `tel:${value}`
  return (
    <Typography.Text copyable={{ text: value }}>
      {address === undefined ? value : <a href={address}>{value}</a>}
    </Typography.Text>
  )
}
