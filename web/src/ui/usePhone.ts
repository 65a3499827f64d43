import { useSyncExternalStore } from 'react'
import { sizes } from './theme'

const phone = window.matchMedia(`(max-width: ${sizes.phone - 0.02}px)`)

/** Whether the window is as narrow as a phone, for what must be built differently; mere looks are left to CSS. */
export const usePhone = () =>
  useSyncExternalStore(
    (listener) => {
      phone.addEventListener('change', listener)
      return () => phone.removeEventListener('change', listener)
    },
    () => phone.matches,
  )
