import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { ProblemAlert } from './ProblemAlert'

interface Props {
  title: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  confirmLabel: string
  danger?: boolean
  pending: boolean
  problem: unknown
  onConfirm: () => void
  onCancel: () => void
}

/** Asks once more before something is done that one click should not do. Shown by rendering it. */
export function ConfirmDialog(props: Props) {
  const { title, children, confirmLabel, danger = false, pending, problem, onConfirm, onCancel } = props
  return (
    <Modal
      open
      title={title}
      okText={confirmLabel}
      okButtonProps={{ danger }}
      confirmLoading={pending}
      onOk={onConfirm}
      onCancel={onCancel}
    >
      {children}
      <ProblemAlert problem={problem} />
    </Modal>
  )
}
