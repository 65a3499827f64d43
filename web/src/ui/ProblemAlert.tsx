import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { OFFLINE, type Problem, problemOf, SIGNED_OUT, UNREADABLE } from '~/api/problem'
import { GateChecklist } from './GateChecklist'

interface Props {
  /** What a query or mutation threw; null shows nothing. */
  problem: unknown
  /** Offers another try. */
  onRetry?: (() => void) | undefined
  /** Pointers that a form shows beside their fields, so that they are not said twice. */
  shownPointers?: readonly string[] | undefined
}

/** What went wrong, in words: what happened, what was kept, what to do; missing items of a gate with their links. */
export function ProblemAlert({ problem, onRetry, shownPointers = [] }: Props) {
  const { t } = useTranslation()
  if (problem === null || problem === undefined) return null
  const said = problemOf(problem)
  const { title, detail } = wordsOf(said, t)
  const errors = said.errors.filter((error) => !shownPointers.includes(error.pointer))
  return (
    <Alert
      role="alert"
      showIcon
      type={said.status === 0 || said.status >= 500 ? 'error' : 'warning'}
      title={title}
      description={
        <>
          {detail !== undefined && detail !== title && <p>{detail}</p>}
          {errors.length > 0 && (
            <ul>
              {errors.map((error) => (
                <li key={`${error.pointer} ${error.code}`}>{error.detail}</li>
              ))}
            </ul>
          )}
          {said.items.length > 0 && <GateChecklist items={said.items} />}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{t('problem.retry')}</Button>}
    />
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

/** The server's words in the reader's language; only what never reached the server has words of our own. */
function wordsOf(problem: Problem, t: Translate): { title: string; detail: string | undefined } {
  switch (problem.code) {
    case OFFLINE:
      return { title: t('problem.offline.title'), detail: t('problem.offline.detail') }
    case SIGNED_OUT:
      return { title: t('problem.signedOut.title'), detail: t('problem.signedOut.detail') }
    case UNREADABLE:
      return { title: t('problem.unreadable.title'), detail: t('problem.unreadable.detail') }
    default:
      return { title: problem.title, detail: problem.detail }
  }
}
