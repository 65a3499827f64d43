import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { Card } from '~/ui/Card'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { EmptyState } from '~/ui/EmptyState'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag } from '~/ui/StateTag'
import {
  CONFIDENTIAL,
  type Contact,
  contactsQuery,
  useArchiveContact,
  useEraseContact,
  useUnarchiveContact,
} from './api'
import { ContactDialog } from './ContactDialog'
import styles from './ContactsCard.module.css'
import { MaskedField } from './MaskedField'

interface Props {
  customer: string
  /** The open panel, as the address says: `contact` or `contact-<id>`. */
  panel: string | undefined
  onPanel: (panel: string) => void
  onClose: () => void
}

const NEW = 'contact'
/** What the server writes where a name was. */
const ERASED = '—'

export function ContactsCard({ customer, panel, onPanel, onClose }: Props) {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useQuery(contactsQuery(customer))
  const archive = useArchiveContact()
  const unarchive = useUnarchiveContact()
  const items = data?.items ?? []
  const [erasing, setErasing] = useState<Contact>()
  const edited = items.find(({ id }) => panel === `${NEW}-${id}`)
  const add = data?.can_create && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => onPanel(NEW)}>
      {t('contact.create')}
    </Button>
  )
  return (
    <Card title={t('contact.title')} extra={items.length > 0 && add} flush>
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      <ProblemAlert problem={archive.error ?? unarchive.error} />
      {isPending && <Skeleton active title={false} style={inset} />}
      {data !== undefined && items.length === 0 && (
        <EmptyState title={t('contact.empty.title')} action={add}>
          {t('contact.empty.detail')}
        </EmptyState>
      )}
      <ul>
        {items.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            onEdit={() => onPanel(`${NEW}-${contact.id}`)}
            onArchive={() => archive.mutate({ params: { path: { id: contact.id } } })}
            onErase={() => setErasing(contact)}
            onUnarchive={() => unarchive.mutate({ params: { path: { id: contact.id } } })}
          />
        ))}
      </ul>
      {erasing && <EraseDialog contact={erasing} onDone={() => setErasing(undefined)} />}
      {panel === NEW && data?.can_create && <ContactDialog customer={customer} onDone={onClose} />}
      {edited?.can.update && (
        <ContactDialog key={edited.id} customer={customer} contact={edited} onDone={onClose} />
      )}
    </Card>
  )
}

interface RowProps {
  contact: Contact
  onEdit: () => void
  onArchive: () => void
  onErase: () => void
  onUnarchive: () => void
}

function ContactRow({ contact, onEdit, onArchive, onErase, onUnarchive }: RowProps) {
  const { t } = useTranslation()
  const may = useMay()
  const { can, name, position, main, archived_at, notes } = contact
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {position && <span className="x-muted">{position}</span>}
        {main && <StateTag tone="accent">{t('contact.field.main')}</StateTag>}
        {archived_at && <StateTag>{t('contact.archived')}</StateTag>}
        <span className={styles.actions}>
          {can.update && (
            <Button type="link" size="small" onClick={onEdit}>
              {t('contact.change')}
            </Button>
          )}
          {can.archive && (
            <Button type="link" size="small" onClick={onArchive}>
              {t('customer.archive')}
            </Button>
          )}
          {can.unarchive && (
            <Button type="link" size="small" onClick={onUnarchive}>
              {t('customer.unarchive')}
            </Button>
          )}
          {may('person.erase') && name !== ERASED && (
            <Button type="link" size="small" danger onClick={onErase}>
              {t('contact.erase')}
            </Button>
          )}
        </span>
      </div>
      <dl className={styles.fields}>
        {CONFIDENTIAL.filter((field) => contact[field]).map((field) => (
          <div key={field}>
            <dt className="x-muted">{t(`contact.field.${field}`)}</dt>
            <dd>
              <MaskedField contact={contact} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      {notes && <p className={`x-muted ${styles.notes}`}>{notes}</p>}
    </li>
  )
}

/** Erases who somebody was, here and where they wrote or were written to. What happened stays. */
function EraseDialog({
  contact: { id, customer_id, name },
  onDone,
}: {
  contact: Contact
  onDone: () => void
}) {
  const { t } = useTranslation()
  const erase = useEraseContact(customer_id)
  return (
    <ConfirmDialog
      title={t('contact.eraseOf', { name })}
      confirmLabel={t('contact.erase')}
      danger
      pending={erase.isPending}
      problem={erase.error}
      onConfirm={() => erase.mutate({ params: { path: { id } } }, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <p>{t('contact.eraseMeans')}</p>
    </ConfirmDialog>
  )
}

const inset = { padding: '0 18px 18px' }
