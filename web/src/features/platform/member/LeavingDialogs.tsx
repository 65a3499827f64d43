import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import styles from '../admin/admin.module.css'
import { type Member, useDeactivate, useErase } from './api'

interface Props {
  member: Member
  onDone: () => void
}

/** Where what is somebody's own is found, to be handed over before they go. */
const OWN = [
  { key: 'customers', to: '/customers', may: 'customer.read', field: 'owner' },
  { key: 'inquiries', to: '/inquiries', may: 'inquiry.read', field: 'assignee' },
  { key: 'projects', to: '/projects', may: 'project.read', field: 'owner' },
] as const

/** Takes the way in, after it is said what becomes of what is the member's. */
export function DeactivateDialog({ member: { id, name }, onDone }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const deactivate = useDeactivate()
  return (
    <ConfirmDialog
      title={t('member.deactivateOf', { name })}
      confirmLabel={t('member.deactivate')}
      danger
      pending={deactivate.isPending}
      problem={deactivate.error}
      onConfirm={() => deactivate.mutate({ params: { path: { id } } }, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <ul className={styles.points}>
        <li>{t('member.leaving.way')}</li>
        <li>{t('member.leaving.owed')}</li>
        <li>
          {t('member.leaving.own')}{' '}
          {OWN.filter((one) => may(one.may)).map(({ key, to, field }) => (
            <Link
              key={key}
              to={to}
              search={{ filter: { all: [{ field, op: 'eq', value: id }] } }}
              className={styles.inline}
            >
              {t(`place.${key}`)}
            </Link>
          ))}
        </li>
        <li>{t('member.leaving.back')}</li>
      </ul>
    </ConfirmDialog>
  )
}

/** Erases who somebody was. What they did stays, by nobody's name. */
export function EraseDialog({ member: { id, name }, onDone }: Props) {
  const { t } = useTranslation()
  const erase = useErase()
  return (
    <ConfirmDialog
      title={t('member.eraseOf', { name })}
      confirmLabel={t('member.erase')}
      danger
      pending={erase.isPending}
      problem={erase.error}
      onConfirm={() => erase.mutate({ params: { path: { id } } }, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <ul className={styles.points}>
        <li>{t('member.erasing.what')}</li>
        <li>{t('member.erasing.kept')}</li>
        <li>
          <strong>{t('member.erasing.final')}</strong>
        </li>
      </ul>
    </ConfirmDialog>
  )
}
