import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '~/api/session'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { useLogIn } from './api'
import styles from './LoginForm.module.css'

export function LoginForm({ onDone }: { onDone: (session: Session) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const logIn = useLogIn()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [stay, setStay] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    logIn.mutate({ body: { login: login.trim(), password, stay } }, { onSuccess: onDone })
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={`${id}login`}>{t('session.login')}</label>
      <Input
        id={`${id}login`}
        size="large"
        value={login}
        onChange={(event) => setLogin(event.target.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <label htmlFor={`${id}password`}>{t('session.password')}</label>
      <Input
        id={`${id}password`}
        size="large"
        type="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoComplete="current-password"
        required
      />
      <Checkbox checked={stay} onChange={(event) => setStay(event.target.checked)}>
        {t('session.stay')}
      </Checkbox>
      <ProblemAlert problem={logIn.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={logIn.isPending}>
        {t('session.logIn')}
      </Button>
    </form>
  )
}
