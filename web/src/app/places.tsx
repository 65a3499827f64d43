import {
  AppstoreOutlined,
  AuditOutlined,
  BulbOutlined,
  CarryOutOutlined,
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
  /** The key that leads there after `g`. */
  letter: string
  /** Who may enter; without one, everyone. */
  permission?: string
  /** Any of these opens it, where one alone does not say it. */
  anyOf?: readonly string[]
  /** Other addresses that belong to it: there, too, one is in this place. */
  covers?: readonly string[]
}

/** The furnished places, in the order of the floors. A place is added here when its first page stands. */
export const places: readonly Place[] = [
  { key: 'workbench', address: '/workbench', letter: 'w', icon: <AppstoreOutlined /> },
  {
    key: 'customers',
    address: '/customers',
    letter: 'c',
    icon: <TeamOutlined />,
    permission: 'customer.read',
    covers: ['/exports', '/imports'],
  },
  {
    key: 'inquiries',
    address: '/inquiries',
    letter: 'i',
    icon: <CustomerServiceOutlined />,
    permission: 'inquiry.read',
  },
  { key: 'leads', address: '/leads', letter: 'l', icon: <BulbOutlined />, permission: 'lead.read' },
  {
    key: 'projects',
    address: '/projects',
    letter: 'p',
    icon: <ProjectOutlined />,
    permission: 'project.read',
  },
  {
    key: 'obligations',
    address: '/obligations',
    letter: 'o',
    icon: <CarryOutOutlined />,
    permission: 'obligation.read',
  },
  {
    key: 'approvals',
    address: '/approvals',
    letter: 'a',
    icon: <AuditOutlined />,
    permission: 'approval.read',
  },
  {
    key: 'compliance',
    address: '/compliance',
    letter: 'r',
    icon: <DashboardOutlined />,
    permission: 'control.read',
  },
  {
    key: 'administration',
    address: '/administration',
    letter: 's',
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
