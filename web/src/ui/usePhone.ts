import { sizes } from './theme'
import { mediaHook } from './useMedia'

/** Whether the window is as narrow as a phone, for what must be built differently; mere looks are left to CSS. */
export const usePhone = mediaHook(`(max-width: ${sizes.phone - 0.02}px)`)
