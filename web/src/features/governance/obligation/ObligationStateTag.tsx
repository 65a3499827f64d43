import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '~/ui/StateTag'
import type { Obligation } from './api'

const TONES: Record<string, Tone> = { open: 'accent', fulfilled: 'kept', late: 'late', waived: 'near' }

/** How it stands with something owed. */
export function ObligationStateTag({
  obligation: { state, overdue },
}: {
  obligation: Pick<Obligation, 'state' | 'overdue'>
}) {
  const { t } = useTranslation()
  return (
    <StateTag tone={overdue ? 'late' : (TONES[state] ?? 'plain')}>
      {overdue ? t('obligation.overdue') : t(`obligation.state.${state}`)}
    </StateTag>
  )
}
