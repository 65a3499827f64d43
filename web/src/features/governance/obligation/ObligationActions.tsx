import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useSession } from '~/api/session'
import { ActionLink } from '~/ui/ActionLink'
import { useCommands } from '~/ui/commands/commands'
import { formOf } from './action'
import type { Obligation } from './api'
import styles from './ObligationActions.module.css'

const ObligationDialog = lazy(() => import('./ObligationDialog'))

export type Step = 'file' | 'read' | 'complete' | 'take' | 'hand_over' | 'refuse' | 'waive'

interface Props {
  obligation: Obligation
  /** The one action of the page that is filled. */
  primary?: boolean
}

/** One click to do what is owed where one stands; behind the dots: take it, hand it over, be released. */
export function ObligationActions({ obligation, primary = false }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const [step, setStep] = useState<Step>()
  const { action, can } = obligation
  const me = useSession().member.id
  const mine = obligation.people.some(({ id }) => id === me)
  const rest = [
    can.includes('complete') && action.kind !== 'complete' && entry('complete'),
    can.includes('refuse') && entry('refuse'),
    can.includes('take') && entry('take'),
    can.includes('hand_over') && entry('hand_over'),
    obligation.state === 'open' && (mine || may('obligation.waive')) && entry('waive'),
  ].filter((item) => item !== false)

  const main = mainOf(obligation)
  // In a list the acts of one row would stand there without its name.
  useCommands(
    primary
      ? [main !== undefined && { key: main, label: action.label, onClick: () => setStep(main) }, ...rest]
      : [],
  )

  return (
    <span className={styles.actions}>
      <Main />
      {rest.length > 0 && (
        <Dropdown menu={{ items: rest }} trigger={['click']}>
          <Button
            type="text"
            icon={<MoreOutlined aria-hidden />}
            aria-label={t('obligation.more', { name: obligation.name })}
          />
        </Dropdown>
      )}
      {step && (
        <Suspense>
          <ObligationDialog obligation={obligation} step={step} onDone={() => setStep(undefined)} />
        </Suspense>
      )}
    </span>
  )

  function entry(key: Step) {
    return { key, label: t(`obligation.do.${key}`), onClick: () => setStep(key) }
  }

  function Main() {
    const type = primary ? 'primary' : 'default'
    if (main !== undefined) {
      return (
        <Button type={type} onClick={() => setStep(main)}>
          {action.label}
        </Button>
      )
    }
    if (obligation.state !== 'open' || !action.address) return null
    return (
      <ActionLink to={action.address} primary={primary}>
        {action.label}
      </ActionLink>
    )
  }
}

/** What is done here with one click; undefined where it is done elsewhere, or no more. */
function mainOf({ state, action, can }: Obligation): Step | undefined {
  if (state !== 'open') return undefined
  if (action.kind === 'read') return 'read'
  if (action.kind === 'file' && formOf(action.address) !== undefined) return 'file'
  return action.kind === 'complete' && can.includes('complete') ? 'complete' : undefined
}
