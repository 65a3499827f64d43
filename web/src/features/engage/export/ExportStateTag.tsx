import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '~/ui/StateTag'
import type { ExportRun } from './api'

const TONES: Record<ExportRun['state'], Tone> = {
  asked: 'accent',
  approved: 'near',
  refused: 'late',
  made: 'kept',
  ended: 'plain',
}

export function ExportStateTag({ state }: { state: ExportRun['state'] }) {
  const { t } = useTranslation()
  return <StateTag tone={TONES[state]}>{t(`export.state.${state}`)}</StateTag>
}
