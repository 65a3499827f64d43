import { useRouter, useSearch } from '@tanstack/react-router'
import { LoginPage } from '~/features/platform/session/LoginPage'
import { useLanguages } from './useLanguages'

export function LoginRoute() {
  const { back } = useSearch({ from: '/login' })
  const router = useRouter()
  const languages = useLanguages()
  return <LoginPage languages={languages} onDone={() => router.history.push(back ?? '/workbench')} />
}
