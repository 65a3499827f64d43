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
import { contactQuery } from '~/features/engage/contact/api'
import { customerQuery } from '~/features/engage/customer/api'
import { twinSearch } from '~/features/engage/customer/twins'
import { exportQuery } from '~/features/engage/export/api'
import { handoverQuery } from '~/features/engage/handover/api'
import { inquiryQuery } from '~/features/engage/inquiry/api'
import { interactionQuery } from '~/features/engage/interaction/api'
import { leadQuery } from '~/features/engage/lead/api'
import { type ListPageSearch, listPageSearch, recordSearch } from '~/features/engage/search'
import { approvalQuery } from '~/features/governance/approval/api'
import { complianceSearch, controlSearch } from '~/features/governance/compliance/search'
import { calendarQuery, mailQuery } from '~/features/governance/mailing/api'
import { obligationQuery } from '~/features/governance/obligation/api'
import { workbenchQuery } from '~/features/governance/workbench/api'
import { openSections } from '~/features/platform/admin/sections'
import { companyQuery } from '~/features/platform/company/api'
import { departmentsQuery } from '~/features/platform/department/api'
import { holidaysQuery } from '~/features/platform/holiday/api'
import { STATES } from '~/features/platform/job/api'
import { memberQuery } from '~/features/platform/member/api'
import { packQuery, policiesQuery } from '~/features/platform/policy/api'
import { ratesQuery } from '~/features/platform/rate/api'
import { initiationQuery } from '~/features/presales/initiation/api'
import { milestoneQuery, taskQuery } from '~/features/presales/plan/api'
import { projectQuery } from '~/features/presales/project/api'
import { projectSearch, projectsSearch } from '~/features/presales/project/search'
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

const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  validateSearch: (search): { unread?: true } => (search.unread === true ? { unread: true } : {}),
  component: lazyRouteComponent(
    () => import('~/features/governance/notification/NoticesPage'),
    'NoticesPage',
  ),
})

const mailSettings = createRoute({
  getParentRoute: () => shell,
  path: '/notifications/settings',
  loader: () =>
    Promise.all([queryClient.ensureQueryData(mailQuery), queryClient.ensureQueryData(calendarQuery)]),
  component: lazyRouteComponent(
    () => import('~/features/governance/mailing/MailSettingsPage'),
    'MailSettingsPage',
  ),
})

const customers = createRoute({
  getParentRoute: () => shell,
  path: '/customers',
  validateSearch: listPageSearch,
  component: lazyRouteComponent(() => import('~/features/engage/customer/CustomersPage'), 'CustomersPage'),
})

const customerTwins = createRoute({
  getParentRoute: () => shell,
  path: '/customers/twins',
  validateSearch: twinSearch,
  component: lazyRouteComponent(() => import('~/features/engage/customer/TwinsPage'), 'TwinsPage'),
})

const customer = createRoute({
  getParentRoute: () => shell,
  path: '/customers/$id',
  validateSearch: recordSearch,
  loader: ({ params }) => queryClient.ensureQueryData(customerQuery(params.id)),
  component: lazyRouteComponent(() => import('~/features/engage/customer/CustomerPage'), 'CustomerPage'),
})

const inquiries = createRoute({
  getParentRoute: () => shell,
  path: '/inquiries',
  validateSearch: listPageSearch,
  component: lazyRouteComponent(() => import('~/features/engage/inquiry/InquiriesPage'), 'InquiriesPage'),
})

const inquiry = createRoute({
  getParentRoute: () => shell,
  path: '/inquiries/$id',
  validateSearch: recordSearch,
  loader: ({ params }) => queryClient.ensureQueryData(inquiryQuery(params.id)),
  component: lazyRouteComponent(() => import('./InquiryRoute'), 'InquiryRoute'),
})

const leads = createRoute({
  getParentRoute: () => shell,
  path: '/leads',
  validateSearch: listPageSearch,
  component: lazyRouteComponent(() => import('~/features/engage/lead/LeadsPage'), 'LeadsPage'),
})

const lead = createRoute({
  getParentRoute: () => shell,
  path: '/leads/$id',
  validateSearch: recordSearch,
  loader: ({ params }) => queryClient.ensureQueryData(leadQuery(params.id)),
  component: lazyRouteComponent(() => import('~/features/engage/lead/LeadPage'), 'LeadPage'),
})

const interaction = createRoute({
  getParentRoute: () => shell,
  path: '/interactions/$id',
  validateSearch: recordSearch,
  loader: ({ params }) => queryClient.ensureQueryData(interactionQuery(params.id)),
  component: lazyRouteComponent(
    () => import('~/features/engage/interaction/InteractionPage'),
    'InteractionPage',
  ),
})

const exportRuns = createRoute({
  getParentRoute: () => shell,
  path: '/exports',
  component: lazyRouteComponent(() => import('~/features/engage/export/ExportsPage'), 'ExportsPage'),
})

const exportRun = createRoute({
  getParentRoute: () => shell,
  path: '/exports/$id',
  validateSearch: recordSearch,
  loader: ({ params }) => queryClient.ensureQueryData(exportQuery(params.id)),
  component: lazyRouteComponent(() => import('~/features/engage/export/ExportPage'), 'ExportPage'),
})

/** A contact stands on its customer's page. */
const contact = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/$id',
  loader: async ({ params }) => {
    const { customer_id } = await queryClient.ensureQueryData(contactQuery(params.id))
    throw redirect({
      to: '/customers/$id',
      params: { id: customer_id },
      search: { tab: 'contacts' },
      replace: true,
    })
  },
})

/** A handover stands on its inquiry's page. */
const handover = createRoute({
  getParentRoute: () => shell,
  path: '/handovers/$id',
  loader: async ({ params }) => {
    const { inquiry_id } = await queryClient.ensureQueryData(handoverQuery(params.id))
    throw redirect({
      to: '/inquiries/$id',
      params: { id: inquiry_id },
      search: { tab: 'after' },
      replace: true,
    })
  },
})

const company = createRoute({
  getParentRoute: () => shell,
  path: '/company',
  loader: () => queryClient.ensureQueryData(companyQuery),
  component: lazyRouteComponent(() => import('~/features/platform/company/CompanyPage'), 'CompanyPage'),
})

const rates = createRoute({
  getParentRoute: () => shell,
  path: '/rates',
  loader: () =>
    Promise.all([queryClient.ensureQueryData(companyQuery), queryClient.ensureQueryData(ratesQuery)]),
  component: lazyRouteComponent(() => import('~/features/platform/rate/RatesPage'), 'RatesPage'),
})

const holidays = createRoute({
  getParentRoute: () => shell,
  path: '/holidays',
  loader: () => queryClient.ensureQueryData(holidaysQuery),
  component: lazyRouteComponent(() => import('~/features/platform/holiday/HolidaysPage'), 'HolidaysPage'),
})

const departments = createRoute({
  getParentRoute: () => shell,
  path: '/departments',
  loader: () => queryClient.ensureQueryData(departmentsQuery),
  component: lazyRouteComponent(
    () => import('~/features/platform/department/DepartmentsPage'),
    'DepartmentsPage',
  ),
})

/** A department stands in the tree of all. */
const department = createRoute({
  getParentRoute: () => shell,
  path: '/departments/$id',
  beforeLoad: () => {
    throw redirect({ to: '/departments', replace: true })
  },
})

const members = createRoute({
  getParentRoute: () => shell,
  path: '/members',
  validateSearch: listPageSearch,
  component: lazyRouteComponent(() => import('~/features/platform/member/MembersPage'), 'MembersPage'),
})

const member = createRoute({
  getParentRoute: () => shell,
  path: '/members/$id',
  validateSearch: recordSearch,
  loader: ({ params }) => queryClient.ensureQueryData(memberQuery(params.id)),
  component: lazyRouteComponent(() => import('~/features/platform/member/MemberPage'), 'MemberPage'),
})

const positions = createRoute({
  getParentRoute: () => shell,
  path: '/positions',
  loader: () => queryClient.ensureQueryData(policiesQuery),
  component: lazyRouteComponent(() => import('~/features/platform/position/PositionsPage'), 'PositionsPage'),
})

const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  loader: () => queryClient.ensureQueryData(policiesQuery),
  component: lazyRouteComponent(() => import('~/features/platform/policy/PoliciesPage'), 'PoliciesPage'),
})

const policy = createRoute({
  getParentRoute: () => shell,
  path: '/policies/$id',
  validateSearch: recordSearch,
  loader: ({ params }) => queryClient.ensureQueryData(packQuery(params.id)),
  component: lazyRouteComponent(() => import('~/features/platform/policy/PolicyPage'), 'PolicyPage'),
})

const importRuns = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: lazyRouteComponent(() => import('~/features/platform/import_run/ImportsPage'), 'ImportsPage'),
})

const importRun = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('~/features/platform/import_run/ImportPage'), 'ImportPage'),
})

const jobs = createRoute({
  getParentRoute: () => shell,
  path: '/jobs',
  validateSearch: (search): { state?: (typeof STATES)[number] } => {
    const state = STATES.find((one) => one === search.state)
    return state === undefined ? {} : { state }
  },
  component: lazyRouteComponent(() => import('~/features/platform/job/JobsPage'), 'JobsPage'),
})

const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/ledger',
  component: lazyRouteComponent(() => import('~/features/platform/ledger/LedgerPage'), 'LedgerPage'),
})

/** The administration opens at the first room that its reader may enter. */
const administration = createRoute({
  getParentRoute: () => shell,
  path: '/administration',
  beforeLoad: async () => {
    const { permissions } = await queryClient.ensureQueryData(sessionQuery)
    const room = openSections((permission) => permissions.includes(permission))[0]
    throw redirect({ to: room?.address ?? '/workbench', replace: true })
  },
})

const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): ListPageSearch & { all?: true } =>
    search.all === true ? { ...listPageSearch(search), all: true } : listPageSearch(search),
  component: lazyRouteComponent(
    () => import('~/features/governance/approval/ApprovalsPage'),
    'ApprovalsPage',
  ),
})

const approval = createRoute({
  getParentRoute: () => shell,
  path: '/approvals/$id',
  validateSearch: recordSearch,
  loader: ({ params }) => queryClient.ensureQueryData(approvalQuery(params.id)),
  component: lazyRouteComponent(() => import('~/features/governance/approval/ApprovalPage'), 'ApprovalPage'),
})

const obligations = createRoute({
  getParentRoute: () => shell,
  path: '/obligations',
  validateSearch: listPageSearch,
  component: lazyRouteComponent(
    () => import('~/features/governance/obligation/ObligationsPage'),
    'ObligationsPage',
  ),
})

const obligation = createRoute({
  getParentRoute: () => shell,
  path: '/obligations/$id',
  loader: ({ params }) => queryClient.ensureQueryData(obligationQuery(params.id)),
  component: lazyRouteComponent(
    () => import('~/features/governance/obligation/ObligationPage'),
    'ObligationPage',
  ),
})

const compliance = createRoute({
  getParentRoute: () => shell,
  path: '/compliance',
  validateSearch: complianceSearch,
  component: lazyRouteComponent(
    () => import('~/features/governance/compliance/CompliancePage'),
    'CompliancePage',
  ),
})

const complianceRecords = createRoute({
  getParentRoute: () => shell,
  path: '/compliance/records',
  validateSearch: controlSearch,
  component: lazyRouteComponent(() => import('~/features/governance/compliance/RecordsPage'), 'RecordsPage'),
})

const control = createRoute({
  getParentRoute: () => shell,
  path: '/compliance/controls/$id',
  validateSearch: controlSearch,
  component: lazyRouteComponent(() => import('~/features/governance/compliance/ControlPage'), 'ControlPage'),
})

const projects = createRoute({
  getParentRoute: () => shell,
  path: '/projects',
  validateSearch: projectsSearch,
  component: lazyRouteComponent(() => import('~/features/presales/project/ProjectsPage'), 'ProjectsPage'),
})

const project = createRoute({
  getParentRoute: () => shell,
  path: '/projects/$id',
  validateSearch: projectSearch,
  loader: ({ params }) => queryClient.ensureQueryData(projectQuery(params.id)),
  component: lazyRouteComponent(() => import('~/features/presales/project/ProjectPage'), 'ProjectPage'),
})

/** An application stands on its project's page. */
const initiation = createRoute({
  getParentRoute: () => shell,
  path: '/initiations/$id',
  validateSearch: projectSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ params, deps }) => {
    const { project_id } = await queryClient.ensureQueryData(initiationQuery(params.id))
    throw redirect({
      to: '/projects/$id',
      params: { id: project_id },
      // What its gate asks for is supplied on the project.
      search: { tab: 'approval', ...deps },
      replace: true,
    })
  },
})

/** A task stands in its project's plan. */
const task = createRoute({
  getParentRoute: () => shell,
  path: '/tasks/$id',
  loader: async ({ params }) => {
    const { project_id } = await queryClient.ensureQueryData(taskQuery(params.id))
    throw redirect({
      to: '/projects/$id',
      params: { id: project_id },
      search: { tab: 'plan' },
      replace: true,
    })
  },
})

/** So does a milestone. */
const milestone = createRoute({
  getParentRoute: () => shell,
  path: '/milestones/$id',
  loader: async ({ params }) => {
    const { project_id } = await queryClient.ensureQueryData(milestoneQuery(params.id))
    throw redirect({
      to: '/projects/$id',
      params: { id: project_id },
      search: { tab: 'plan' },
      replace: true,
    })
  },
})

/** What people outside the company see, without a log-in. */
const outside = createRoute({
  getParentRoute: () => root,
  id: 'public',
  component: lazyRouteComponent(() => import('./PublicRoute'), 'PublicRoute'),
})

const ask = createRoute({
  getParentRoute: () => outside,
  path: '/p/inquiry',
  component: lazyRouteComponent(() => import('~/features/engage/inquiry/AskPage'), 'AskPage'),
})

const response = createRoute({
  getParentRoute: () => outside,
  path: '/p/response/$token',
  component: lazyRouteComponent(() => import('~/features/service/survey/ResponsePage'), 'ResponsePage'),
})

const shared = createRoute({
  getParentRoute: () => outside,
  path: '/p/shared/$token',
  component: lazyRouteComponent(() => import('~/features/engage/export/SharedPage'), 'SharedPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    outside.addChildren([ask, response, shared]),
    shell.addChildren([
      home,
      workbench,
      notifications,
      mailSettings,
      customers,
      customerTwins,
      customer,
      inquiries,
      inquiry,
      leads,
      lead,
      interaction,
      contact,
      handover,
      exportRuns,
      exportRun,
      administration,
      company,
      rates,
      holidays,
      departments,
      department,
      members,
      member,
      positions,
      policies,
      policy,
      importRuns,
      importRun,
      jobs,
      ledger,
      approvals,
      approval,
      obligations,
      obligation,
      compliance,
      complianceRecords,
      control,
      projects,
      project,
      initiation,
      task,
      milestone,
    ]),
  ]),
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
