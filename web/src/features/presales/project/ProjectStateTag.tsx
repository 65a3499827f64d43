import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '~/ui/StateTag'

const TONES: Record<string, Tone> = {
  active: 'accent',
  won: 'kept',
  lost: 'late',
  dropped: 'late',
  suspended: 'near',
}

export function ProjectStateTag({ state }: { state: string }) {
  const { t } = useTranslation()
  return <StateTag tone={TONES[state] ?? 'plain'}>{t(`project.state.${state}`)}</StateTag>
}
