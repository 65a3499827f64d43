import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ShellPlace } from './Shell'

interface Props {
  place: ShellPlace
  className: string | undefined
  /** Added while one is in the place. */
  here: string | undefined
  children?: ReactNode
}

/** The way to a place. One is in it also at the other addresses that belong to it. */
export function PlaceLink({ place: { address, covers = [], icon, name }, className, here, children }: Props) {
  const at = useLocation({ select: ({ pathname }) => pathname })
  const inside = [address, ...covers].some((one) => at === one || at.startsWith(`${one}/`))
  return (
    <Link
      to={address}
      className={inside ? `${className} ${here}` : className}
      aria-current={inside ? 'page' : undefined}
      activeProps={{}}
    >
      <span aria-hidden>{icon}</span>
      {name}
      {children}
    </Link>
  )
}
