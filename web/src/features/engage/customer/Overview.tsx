import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { MoneyText } from '~/ui/MoneyText'
import styles from '../engage.module.css'
import { Texts } from '../Texts'
import type { Customer } from './api'

interface Props {
  customer: Customer
  onTab: (tab: string) => void
  onEdit: () => void
}

/** What is known of a customer, and what the file still lacks with the way to supply it. */
export function Overview({ customer, onTab, onEdit }: Props) {
  const { t } = useTranslation()
  const supply = (field: string) => (field === 'contact_count' ? onTab('contacts') : onEdit())
  return (
    <>
      {customer.missing.length > 0 && (
        <Card title={t('customer.missing.title')} note={t('customer.missing.why')}>
          <div className={styles.missing}>
            {customer.missing.map(({ field, name }) =>
              customer.can.update ? (
                <Button key={field} type="dashed" onClick={() => supply(field)}>
                  + {name}
                </Button>
              ) : (
                <span key={field}>{name}</span>
              ),
            )}
          </div>
        </Card>
      )}
      <Card title={t('customer.needsCard')}>
        <Texts
          lines={[
            [t('customer.field.needs'), customer.needs],
            [t('customer.field.preferences'), customer.preferences],
            [t('customer.field.budget'), customer.budget && <MoneyText money={customer.budget} />],
            [t('customer.field.purchase_behaviour'), customer.purchase_behaviour],
          ]}
        />
      </Card>
      <Card title={t('customer.fileCard')}>
        <Texts
          lines={[
            [t('customer.field.short_name'), customer.short_name],
            [t('customer.field.kind'), t(`customer.kind.${customer.kind}`)],
            [t('customer.field.credit_code'), customer.credit_code],
            [t('customer.field.address'), customer.address],
            [t('customer.field.website'), <Website key="website" address={customer.website} />],
            [t('customer.field.mail_domain'), customer.mail_domain],
          ]}
        />
      </Card>
    </>
  )
}

/** A link only where the address is one of the web: anybody may have typed it. */
function Website({ address }: { address: string | null | undefined }) {
  if (!address) return '–'
  if (!/^https?:\/\//i.test(address)) return address
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {address}
    </a>
  )
}
