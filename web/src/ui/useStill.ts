import { mediaHook } from './useMedia'

/** Whether the reader asked the system for less motion. */
export const useStill = mediaHook('(prefers-reduced-motion: reduce)')
