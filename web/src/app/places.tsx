import { AppstoreOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

export interface Place {
  /** Its name stands under `place.<key>` in the texts. */
  key: string
  address: string
  icon: ReactNode
  /** Who may enter; without one, everyone. */
  permission?: string
}

/** The furnished places, in the order of the floors. A place is added here when its first page stands. */
export const places: readonly Place[] = [
  { key: 'workbench', address: '/workbench', icon: <AppstoreOutlined /> },
]
