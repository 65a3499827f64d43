import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '~/api/session'
import { type Act, useOffered } from '~/ui/commands/commands'
import { isCovered } from '~/ui/keys/keys'
import { useKeys } from '~/ui/keys/useKeys'
import { isOpen, places } from '../places'
import type { Self } from './groups'

const Menu = lazy(() => import('./Menu'))
const Keys = lazy(() => import('./Keys'))

export type Opened = { menu: readonly Act[] } | 'keys' | undefined

/** What is open over the page, and how the command menu is opened: with what the page offers at that moment. */
export function useCommandMenu() {
  const offered = useOffered()
  const [opened, setOpened] = useState<Opened>()
  return { opened, setOpened, openMenu: () => setOpened({ menu: offered() }) }
}

interface Props extends ReturnType<typeof useCommandMenu> {
  self: Self
}

/** The keys of the whole product, and what they open. */
export function Commands({ self, opened, setOpened, openMenu }: Props) {
  const may = useMay()
  const router = useRouter()
  const close = () => setOpened(undefined)
  const ways = places
    .filter((place) => isOpen(place, may))
    .map(({ letter, address }) => [`g ${letter}`, () => void router.navigate({ to: address })])
  useKeys({
    // A dialog keeps its reader until it is done with.
    'mod+k': typeof opened === 'object' ? close : () => isCovered() || openMenu(),
    '?': () => setOpened('keys'),
    ...Object.fromEntries(ways),
    'g n': () => void router.navigate({ to: '/notifications' }),
  })
  if (opened === undefined) return null
  return (
    <Suspense>
      {opened === 'keys' ? (
        <Keys onClose={close} />
      ) : (
        <Menu here={opened.menu} self={self} onKeys={() => setOpened('keys')} onClose={close} />
      )}
    </Suspense>
  )
}
