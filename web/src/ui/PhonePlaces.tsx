import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './PhoneBar.module.css'
import type { ShellPlace } from './Shell'

interface Props {
  places: readonly ShellPlace[]
  onClose: () => void
}

export default function PhonePlaces({ places, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Drawer open placement="bottom" size="auto" title={t('shell.places')} onClose={onClose}>
      <ul className={styles.more}>
        {places.map(({ key, name, address, icon }) => (
          <li key={key}>
            <Link to={address} className={styles.row} onClick={onClose}>
              <span aria-hidden>{icon}</span>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
