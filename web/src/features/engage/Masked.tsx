import { EyeOutlined } from '@ant-design/icons'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmReason } from '~/ui/ConfirmReason'

interface Props {
  /** What is asked for, in words: whose, and which field. */
  title: string
  masked: string
  /** What the clear value is, so that it can be called or written to at once. */
  kind: 'mail' | 'phone' | 'other'
  may: boolean
  clear: string | null | undefined
  pending: boolean
  problem: unknown
  onReveal: (reason: string, done: () => void) => void
}

/** A confidential field, masked until it is asked for with a purpose. The clear value lives no longer than the page. */
export function Masked({ title, masked, kind, may, clear, pending, problem, onReveal }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  if (clear) return <Clear kind={kind} value={clear} />
  return (
    <>
      <span>{masked}</span>
      {may && (
        <Button
          type="link"
          size="small"
          icon={<EyeOutlined aria-hidden />}
          aria-label={title}
          onClick={() => setAsking(true)}
        />
      )}
      {asking && (
        <ConfirmReason
          title={title}
          explanation={t('contact.revealWhy')}
          confirmLabel={t('contact.show')}
          pending={pending}
          problem={problem}
          onCancel={() => setAsking(false)}
          onConfirm={(reason) => onReveal(reason, () => setAsking(false))}
        />
      )}
    </>
  )
}

function Clear({ kind, value }: { kind: Props['kind']; value: string }) {
  const address = kind === 'mail' ? `mailto:${value}` : kind === 'phone' ? `tel:${value}` : undefined
  return (
    <Typography.Text copyable={{ text: value }}>
      {address === undefined ? value : <a href={address}>{value}</a>}
    </Typography.Text>
  )
}
