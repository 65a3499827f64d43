import { MenuOutlined } from '@ant-design/icons'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PhoneBar.module.css'
import { PlaceLink } from './PlaceLink'
import type { ShellPlace } from './Shell'

const PhonePlaces = lazy(() => import('./PhonePlaces'))
const SHOWN = 4

/** The places at the thumb. One place needs no bar; those beyond the fourth open from below. */
export function PhoneBar({ places }: { places: readonly ShellPlace[] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (places.length < 2) return null
  const shown = places.length > SHOWN + 1 ? places.slice(0, SHOWN) : places
  const more = places.slice(shown.length)
  return (
    <nav className={styles.bar} aria-label={t('shell.places')}>
      {shown.map((place) => (
        <PlaceLink key={place.key} place={place} className={styles.place} here={styles.here} />
      ))}
      {more.length > 0 && (
        <button type="button" className={styles.place} aria-expanded={open} onClick={() => setOpen(true)}>
          <MenuOutlined aria-hidden />
          {t('shell.more')}
        </button>
      )}
      {open && (
        <Suspense>
          <PhonePlaces places={more} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  )
}
