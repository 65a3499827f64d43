import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Brand } from '~/ui/Brand'
import { usePageTitle } from '~/ui/usePageTitle'
import { LoginForm } from './LoginForm'
import styles from './LoginPage.module.css'

interface Props {
  languages: { key: string; name: string; current: boolean; choose: () => void }[]
  onDone: () => void
}

export function LoginPage({ languages, onDone }: Props) {
  const { t } = useTranslation()
  usePageTitle(t('session.logIn'))
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <Brand />
        <h1>{t('session.welcome')}</h1>
        <p className="x-muted">{t('session.purpose')}</p>
        <LoginForm onDone={onDone} />
      </div>
      <nav aria-label={t('shell.language')} className={styles.languages}>
        {languages.map(({ key, name, current, choose }) => (
          <Button
            key={key}
            type={current ? 'link' : 'text'}
            size="small"
            aria-pressed={current}
            onClick={choose}
          >
            {name}
          </Button>
        ))}
      </nav>
    </main>
  )
}
