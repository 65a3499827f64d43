import {
  AuditOutlined,
  CheckCircleFilled,
  CustomerServiceOutlined,
  ProjectOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '~/api/client'
import { useMay } from '~/api/session'
import { companyQuery } from '~/features/platform/company/api'
import { departmentsQuery } from '~/features/platform/department/api'
import { policiesQuery } from '~/features/platform/policy/api'
import { ActionLink } from '~/ui/ActionLink'
import { Card } from '~/ui/Card'
import styles from './WorkbenchPage.module.css'

const membersQuery = api.queryOptions('get', '/members', { params: { query: { limit: 2 } } })

/** Where nothing is owed and nothing is one's own yet: what the reader may begin with. */
export default function NextSteps() {
  return (
    <>
      <SetUp />
      <Begin />
    </>
  )
}

/** The order in which a new company is set up, with what is done; gone once all of it is. */
function SetUp() {
  const { t } = useTranslation()
  const may = useMay()
  const sets = may('policy.adopt') && may('member.create')
  const company = useQuery({ ...companyQuery, enabled: sets }).data
  const policies = useQuery({ ...policiesQuery, enabled: sets }).data
  const departments = useQuery({ ...departmentsQuery, enabled: sets }).data
  const members = useQuery({ ...membersQuery, enabled: sets }).data
  if (!company || !policies || !departments || !members) return null
  const steps = [
    { key: 'company', to: '/company', done: (company.url ?? '') !== '' },
    { key: 'policies', to: '/policies', done: policies.adoptions.length > 0 },
    { key: 'departments', to: '/departments', done: departments.items.length > 1 },
    { key: 'members', to: '/members', done: members.items.length > 1 },
  ]
  const left = steps.filter(({ done }) => !done)
  if (left.length === 0) return null
  return (
    <Card
      title={t('workbench.setUp.title')}
      note={t('workbench.setUp.done', { done: steps.length - left.length, count: steps.length })}
      flush
    >
      <ol className={styles.steps}>
        {steps.map(({ key, to, done }, at) => (
          <Step
            key={key}
            icon={
              done ? (
                <CheckCircleFilled className="x-kept" aria-label={t('workbench.setUp.isDone')} />
              ) : (
                at + 1
              )
            }
            name={t(`workbench.setUp.${key}.name`)}
            why={t(`workbench.setUp.${key}.why`)}
          >
            {!done && (
              <ActionLink to={to} primary={key === left[0]?.key}>
                {t(`workbench.setUp.${key}.act`)}
              </ActionLink>
            )}
          </Step>
        ))}
      </ol>
    </Card>
  )
}

const BEGINNINGS = [
  {
    key: 'inquiry',
    may: 'inquiry.receive',
    to: '/inquiries?panel=new',
    icon: <CustomerServiceOutlined aria-hidden />,
  },
  { key: 'customer', may: 'customer.create', to: '/customers?panel=new', icon: <TeamOutlined aria-hidden /> },
  { key: 'project', may: 'project.create', to: '/projects?panel=new', icon: <ProjectOutlined aria-hidden /> },
  { key: 'compliance', may: 'control.read', to: '/compliance', icon: <AuditOutlined aria-hidden /> },
]

function Begin() {
  const { t } = useTranslation()
  const may = useMay()
  const open = BEGINNINGS.filter((one) => may(one.may))
  if (open.length === 0) return null
  return (
    <Card title={t('workbench.begin.title')} flush>
      <ul className={styles.steps}>
        {open.map(({ key, to, icon }) => (
          <Step
            key={key}
            icon={icon}
            name={t(`workbench.begin.${key}.name`)}
            why={t(`workbench.begin.${key}.why`)}
          >
            <ActionLink to={to}>{t(`workbench.begin.${key}.act`)}</ActionLink>
          </Step>
        ))}
      </ul>
    </Card>
  )
}

function Step({
  icon,
  name,
  why,
  children,
}: {
  icon: ReactNode
  name: string
  why: string
  children: ReactNode
}) {
  return (
    <li>
      <span className="x-muted">{icon}</span>
      <span className={styles.what}>
        {name}
        <span className="x-muted">{why}</span>
      </span>
      {children}
    </li>
  )
}
