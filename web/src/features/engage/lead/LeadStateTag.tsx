import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '~/ui/StateTag'
import type { LeadState } from './api'

const TONES: Record<LeadState, Tone> = {
  new: 'near',
  contacted: 'accent',
  qualified: 'accent',
  converted: 'kept',
  discarded: 'plain',
}

export function LeadStateTag({ state }: { state: LeadState }) {
  const { t } = useTranslation()
  return <StateTag tone={TONES[state]}>{t(`lead.state.${state}`)}</StateTag>
}
