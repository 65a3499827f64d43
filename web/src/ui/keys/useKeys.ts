import { useEffect, useRef } from 'react'
import { type KeyActs, KeyReader } from './keys'
import { useSingleKeys } from './singleKeys'

/** Keys that hold on the whole page, but not while somebody types or a dialog is open (those with `mod` do). */
export function useKeys(acts: KeyActs) {
  const single = useSingleKeys()
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const reader = new KeyReader()
    const press = (event: KeyboardEvent) => {
      const act = reader.read(event, latest.current, single)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [single])
}
