import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '~/ui/StateTag'
import type { ImportRun } from './api'

const TONES: Record<ImportRun['state'], Tone> = {
  uploaded: 'plain',
  checking: 'accent',
  checked: 'plain',
  running: 'accent',
  finished: 'kept',
  cancelled: 'near',
  failed: 'late',
  undoing: 'accent',
  undone: 'plain',
}

export function ImportStateTag({ state }: { state: ImportRun['state'] }) {
  const { t } = useTranslation()
  return <StateTag tone={TONES[state]}>{t(`import.state.${state}`)}</StateTag>
}
