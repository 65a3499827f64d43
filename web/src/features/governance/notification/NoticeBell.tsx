import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '~/ui/usePhone'
import { COUNTED, latestQuery } from './api'
import styles from './notification.module.css'

const NoticePanel = lazy(() => import('./NoticePanel'))

/** How many notices wait; the latest below it, on a phone a page of their own. */
export function NoticeBell() {
  const { t } = useTranslation()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const unread = useQuery(latestQuery).data?.unread ?? 0
  const shown = unread >= COUNTED ? `${COUNTED - 1}+` : String(unread)
  const name = unread === 0 ? t('notification.title') : t('notification.bell', { count: shown })
  const face = (
    <>
      <BellOutlined aria-hidden />
      {unread > 0 && (
        <span aria-hidden className={styles.count}>
          {shown}
        </span>
      )}
    </>
  )
  if (phone)
    return (
      <Link to="/notifications" className={styles.bell} aria-label={name}>
        {face}
      </Link>
    )
  return (
    <Dropdown
      getPopupContainer={(button) => button.parentElement ?? document.body}
      trigger={['click']}
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      popupRender={() => (
        <Suspense>
          <NoticePanel onLeave={() => setOpen(false)} />
        </Suspense>
      )}
    >
      <button type="button" className={styles.bell} aria-label={name} aria-expanded={open}>
        {face}
      </button>
    </Dropdown>
  )
}
