import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand } from './Brand'
import styles from './PublicShell.module.css'

interface Props {
  languages: readonly { key: string; name: string; current: boolean; choose: () => void }[]
  children: ReactNode
}

/** What somebody outside the company sees: one sheet, no places, no log-in. */
export function PublicShell({ languages, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Brand />
        <nav aria-label={t('shell.language')} className={styles.languages}>
          {languages.map(({ key, name, current, choose }) => (
            <button
              key={key}
              type="button"
              className={styles.language}
              aria-pressed={current}
              onClick={choose}
            >
              {name}
            </button>
          ))}
        </nav>
      </header>
      <main className={styles.sheet}>{children}</main>
    </div>
  )
}
