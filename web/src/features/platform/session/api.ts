import { api, queryClient } from '~/api/client'
import { sessionQuery } from '~/api/session'

export const useLogIn = () =>
  api.useMutation('post', '/session', {
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  })

/** Ends the session and leaves the page altogether, so that nothing read stays in memory. */
export const useLogOut = () =>
  api.useMutation('delete', '/session', { onSuccess: () => window.location.assign('/login') })
