import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '~/ui/StateTag'

const TONES: Record<string, Tone> = {
  pending: 'accent',
  approved: 'kept',
  returned: 'near',
  rejected: 'late',
}

export function ApprovalStateTag({ state }: { state: string }) {
  const { t } = useTranslation()
  return <StateTag tone={TONES[state] ?? 'plain'}>{t(`approval.state.${state}`)}</StateTag>
}
