import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { queryClient } from '~/api/client'
import { problemOf } from '~/api/problem'
import { sessionQuery } from '~/api/session'
import { workbenchQuery } from '~/features/governance/workbench/api'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { localPath } from './addresses'
import { FailedPage } from './FailedPage'
import { NotFoundPage } from './NotFoundPage'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): { back?: string } => {
    const back = localPath(search.back)
    return back === undefined ? {} : { back }
  },
  component: lazyRouteComponent(() => import('./LoginRoute'), 'LoginRoute'),
})

/** Everything that needs a log-in. Its loader fetches the session; without one it leads to the log-in and back. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(sessionQuery)
    } catch (cause) {
      if (problemOf(cause).status !== 401) throw cause
      throw redirect({ to: '/login', search: location.href === '/' ? {} : { back: location.href } })
    }
  },
  component: lazyRouteComponent(() => import('./ShellRoute'), 'ShellRoute'),
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/workbench', replace: true })
  },
})

const workbench = createRoute({
  getParentRoute: () => shell,
  path: '/workbench',
  validateSearch: (search): { by?: 'record' | 'rule' } =>
    search.by === 'record' || search.by === 'rule' ? { by: search.by } : {},
  loader: () => queryClient.ensureQueryData(workbenchQuery),
  component: lazyRouteComponent(
    () => import('~/features/governance/workbench/WorkbenchPage'),
    'WorkbenchPage',
  ),
})

export const router = createRouter({
  routeTree: root.addChildren([login, shell.addChildren([home, workbench])]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 150,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
