import { Modal } from 'antd'

interface Props {
  title: string
  /** What will happen. */
  explanation: string
  confirmLabel: string
  onConfirm: () => void
  onCancel: () => void
}

/** Asks once more before something that is not taken back with a click. */
export function Confirm({ title, explanation, confirmLabel, onConfirm, onCancel }: Props) {
  return (
    <Modal open title={title} okText={confirmLabel} onOk={onConfirm} onCancel={onCancel}>
      <p>{explanation}</p>
    </Modal>
  )
}
