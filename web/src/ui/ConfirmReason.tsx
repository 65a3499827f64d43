import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from './ProblemAlert'

interface Props {
  title: string
  /** What will happen, and what it leaves behind. */
  explanation?: string
  confirmLabel: string
  /** Letters that a reason must have at least; 0 asks for none. */
  atLeast?: number
  danger?: boolean
  pending: boolean
  problem: unknown
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** Asks for the reason that becomes evidence. Shown by rendering it; what was typed survives a refusal. */
export function ConfirmReason(props: Props) {
  const {
    title,
    explanation,
    confirmLabel,
    atLeast = 1,
    danger = false,
    pending,
    problem,
    onConfirm,
    onCancel,
  } = props
  const { t } = useTranslation()
  const id = useId()
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <Modal
      open
      title={title}
      okText={confirmLabel}
      okButtonProps={{ danger, disabled: said.length < atLeast }}
      confirmLoading={pending}
      onOk={() => onConfirm(said)}
      onCancel={onCancel}
    >
      {explanation !== undefined && <p>{explanation}</p>}
      <label htmlFor={id}>{t('reason.label')}</label>
      <Input.TextArea
        id={id}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder={t('reason.hint')}
        autoFocus
      />
      <ProblemAlert problem={problem} />
    </Modal>
  )
}
