import { lazy, Suspense, useSyncExternalStore } from 'react'
import { loginAgain } from '~/api/fetching'

const LoginAgainDialog = lazy(() => import('~/features/platform/session/LoginAgainDialog'))

/** Over whatever stands there when the session ended: the page keeps what was typed, its requests wait. */
export function LoginAgain({ member }: { member: { id: string } }) {
  const isWaiting = useSyncExternalStore(loginAgain.subscribe, loginAgain.isWaiting)
  return isWaiting ? (
    <Suspense>
      <LoginAgainDialog memberId={member.id} />
    </Suspense>
  ) : null
}
