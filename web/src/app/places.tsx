import {
  AppstoreOutlined,
  AuditOutlined,
  BulbOutlined,
  CustomerServiceOutlined,
  DashboardOutlined,
  ProjectOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { sections } from '~/features/platform/admin/sections'

export interface Place {
  /** Its name stands under `place.<key>` in the texts. */
  key: string
  address: string
  icon: ReactNode
  /** Who may enter; without one, everyone. */
  permission?: string
  /** Any of these opens it, where one alone does not say it. */
  anyOf?: readonly string[]
  /** Other addresses that belong to it: there, too, one is in this place. */
  covers?: readonly string[]
}

/** The furnished places, in the order of the floors. A place is added here when its first page stands. */
export const places: readonly Place[] = [
  { key: 'workbench', address: '/workbench', icon: <AppstoreOutlined /> },
  {
    key: 'customers',
    address: '/customers',
    icon: <TeamOutlined />,
    permission: 'customer.read',
    covers: ['/exports'],
  },
  { key: 'inquiries', address: '/inquiries', icon: <CustomerServiceOutlined />, permission: 'inquiry.read' },
  { key: 'leads', address: '/leads', icon: <BulbOutlined />, permission: 'lead.read' },
  { key: 'projects', address: '/projects', icon: <ProjectOutlined />, permission: 'project.read' },
  {
    key: 'approvals',
    address: '/approvals',
    icon: <AuditOutlined />,
    permission: 'approval.read',
  },
  { key: 'compliance', address: '/compliance', icon: <DashboardOutlined />, permission: 'control.read' },
  {
    key: 'administration',
    address: '/administration',
    icon: <SettingOutlined />,
    anyOf: [
      'setting.update',
      'policy.publish',
      'policy.adopt',
      'member.create',
      'member.update',
      'job.read',
      'ledger.read',
    ],
    covers: sections.map(({ address }) => address),
  },
]

/** Whether somebody with these rights may enter. */
export const isOpen = ({ permission, anyOf }: Place, may: (permission: string) => boolean) =>
  (permission === undefined || may(permission)) && (anyOf === undefined || anyOf.some(may))
