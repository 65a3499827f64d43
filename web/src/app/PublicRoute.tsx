import { Outlet } from '@tanstack/react-router'
import { PublicShell } from '~/ui/PublicShell'
import { useLanguages } from './useLanguages'

export function PublicRoute() {
  return (
    <PublicShell languages={useLanguages()}>
      <Outlet />
    </PublicShell>
  )
}
