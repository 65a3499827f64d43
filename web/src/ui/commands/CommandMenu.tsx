import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '../keys/KeyCaps'
import { ProblemAlert } from '../ProblemAlert'
import styles from './CommandMenu.module.css'
import type { Command, CommandGroup } from './commands'
import { type Matcher, matching, plainMatch } from './matching'

interface Props {
  groups: readonly CommandGroup[]
  /** Other matches than the letters themselves; until they are there, letters do. */
  match: Matcher | undefined
  /** Finds records by what was typed. */
  find: (words: string) => Promise<readonly Command[]>
  onClose: () => void
}

/** Everything that can be done, gone to or found, by a few letters. Shown by rendering it. */
export default function CommandMenu({ groups, match = plainMatch, find, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(0)
  const { records, searching, problem } = useRecords(words, find)
  const shown = [
    ...groups.map((group) => ({
      ...group,
      commands: matching(group.commands, ({ label }) => label, words, match),
    })),
    { key: 'records', name: t('command.records'), commands: records },
  ].filter(({ commands }) => commands.length > 0)
  const all = shown.flatMap(({ commands }) => commands)
  const at = Math.min(chosen, all.length - 1)
  const nothing = all.length === 0 && !searching && problem === null

  const type = (typed: string) => {
    setWords(typed)
    setChosen(0)
  }
  const run = (command: Command | undefined) => {
    if (command === undefined) return
    onClose()
    command.onClick()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const to = nextOf(event.key, at, all.length)
    if (event.key === 'Enter') run(all[at])
    else if (to === undefined) return
    else choose(to)
    event.preventDefault()
  }
  const choose = (to: number) => {
    setChosen(to)
    document.getElementById(`${id}${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Modal
      open
      title={t('command.title')}
      footer={null}
      closable={false}
      width={620}
      onCancel={onClose}
      className={styles.menu}
      classNames={{ header: 'x-hidden', container: styles.sheet, body: styles.body }}
    >
      <div className={styles.field}>
        <SearchOutlined aria-hidden />
        <input
          role="combobox"
          aria-label={t('command.label')}
          aria-expanded
          aria-controls={`${id}list`}
          aria-activedescendant={all.length > 0 ? `${id}${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the menu is opened to type into it.
          autoFocus
          className={styles.input}
          placeholder={t('command.hint')}
          value={words}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
        <button type="button" className={styles.close} onClick={onClose}>
          {t('command.close')}
        </button>
      </div>
      <div id={`${id}list`} role="listbox" aria-label={t('command.title')} className={styles.list}>
        {shown.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a part of a list of choices, no fieldset.
          <div key={group.key} role="group" aria-labelledby={`${id}${group.key}`}>
            <div id={`${id}${group.key}`} className={styles.group}>
              {group.name}
            </div>
            {group.commands.map((command) => {
              const order = all.indexOf(command)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
                <div
                  key={command.key}
                  id={`${id}${order}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={order === at}
                  className={styles.command}
                  onMouseMove={() => setChosen(order)}
                  onClick={() => run(command)}
                >
                  {command.icon && <span aria-hidden>{command.icon}</span>}
                  <span className={styles.name}>
                    {command.label}
                    {command.note && <span className="x-muted"> {command.note}</span>}
                  </span>
                  {command.keys && <KeyCaps keys={command.keys} />}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <div className={styles.said} role="status">
        {searching && t('command.searching')}
        {nothing && t('command.nothing', { words: words.trim() })}
      </div>
      {problem !== null && (
        <div className={styles.problem}>
          <ProblemAlert problem={problem} />
        </div>
      )}
    </Modal>
  )
}

function useRecords(words: string, find: Props['find']) {
  const sought = useDeferredValue(words.trim())
  const asks = sought.length > 0
  const { data, isFetching, error } = useQuery({
    queryKey: ['commands', 'records', sought],
    queryFn: async ({ signal }) => {
      // One more letter follows within this time mostly; then nobody asks for the shorter word.
      await new Promise((resolve) => setTimeout(resolve, 150))
      return signal.aborted ? [] : find(sought)
    },
    enabled: asks,
    placeholderData: (before) => before,
  })
  return { records: asks ? (data ?? []) : [], searching: asks && isFetching, problem: asks ? error : null }
}

function nextOf(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  return undefined
}
