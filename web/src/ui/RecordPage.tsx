import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from './commands/commands'
import styles from './RecordPage.module.css'
import { type BarStage, StageBar } from './StageBar'
import { TabBar, tabId } from './TabBar'
import { usePageTitle } from './usePageTitle'

export interface Fact {
  label: string
  value: ReactNode
}

export interface Tab {
  key: string
  label: string
  content: ReactNode
}

interface Props {
  number: string
  name: string
  /** State, grade: `<StateTag>`s. */
  tags?: ReactNode
  /** Owner, amount and the like, in the order of their weight. */
  facts?: readonly Fact[]
  /** The first thing open on it; null is a fault and shown as one, undefined where the record has none. */
  nextStep?: ReactNode
  /** Buttons, at most one of them primary. */
  actions?: ReactNode
  stages?: readonly BarStage[] | undefined
  /** Right below the header: the problem of the last action, a banner. */
  notice?: ReactNode
  tabs?: readonly Tab[]
  tab?: string | undefined
  /** The page keeps the open tab in the address. */
  onTab?: (key: string) => void
  /** The content of a record without tabs. */
  children?: ReactNode
  /** The right column: `<Timeline>`. */
  timeline?: ReactNode
}

/** The anatomy of every record's page. */
export function RecordPage(props: Props) {
  const { number, name, tags, actions, stages, notice, tabs = [], tab, onTab, children, timeline } = props
  const open = tabs.find(({ key }) => key === tab) ?? tabs[0]
  const panel = useId()
  usePageTitle(`${number} ${name}`.trim())
  useCommands(
    tabs.map(
      ({ key, label }) => key !== open?.key && { key: `tab.${key}`, label, onClick: () => onTab?.(key) },
    ),
  )
  return (
    <article className={styles.record}>
      <header className={styles.head}>
        <div className={styles.title}>
          {number !== '' && <span className="x-muted">{number}</span>}
          <h1>{name}</h1>
          {tags}
          {actions !== undefined && actions !== false && <div className={styles.actions}>{actions}</div>}
        </div>
        <Facts {...props} />
        {stages !== undefined && stages.length > 0 && <StageBar stages={stages} />}
        {open !== undefined && <TabBar tabs={tabs} open={open.key} onOpen={onTab} panel={panel} />}
      </header>
      {notice}
      <div className={timeline === undefined ? styles.whole : styles.columns}>
        {open === undefined ? (
          <div className={styles.main}>{children}</div>
        ) : (
          <div className={styles.main} id={panel} role="tabpanel" aria-labelledby={tabId(panel, open.key)}>
            {open.content}
          </div>
        )}
        {timeline !== undefined && <aside>{timeline}</aside>}
      </div>
    </article>
  )
}

function Facts({ facts = [], nextStep }: Props) {
  const { t } = useTranslation()
  const next = nextStep === null ? <span className="x-near">{t('record.noNextStep')}</span> : nextStep
  const all = nextStep === undefined ? facts : [...facts, { label: t('record.nextStep'), value: next }]
  if (all.length === 0) return null
  return (
    <dl className={styles.facts}>
      {all.map(({ label, value }) => (
        <div key={label}>
          <dt className="x-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
