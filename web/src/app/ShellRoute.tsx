import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '~/api/client'
import { findMembers, membersNamed } from '~/api/people'
import { useMay, useSession } from '~/api/session'
import { useLogOut } from '~/features/platform/session/api'
import { CompanyProvider } from '~/ui/company'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { PeopleProvider } from '~/ui/people'
import { CONTENT, Shell } from '~/ui/Shell'
import { speak } from './i18n'
import { LoginAgain } from './LoginAgain'
import { type Language, languageOf } from './languages'
import { isOpen, places } from './places'
import { type AppearanceChoice, chooseAppearance, useAppearanceChoice } from './preferences'
import { useLanguages } from './useLanguages'

const PEOPLE = { find: findMembers, named: membersNamed }
const APPEARANCES: readonly AppearanceChoice[] = ['system', 'light', 'dark']

export function ShellRoute() {
  const { t } = useTranslation()
  const { company, department, member } = useSession()
  const may = useMay()
  const logOut = useLogOut()
  const appearance = useAppearanceChoice()
  useLanguageOf(member.language)
  useFocusOnNewPage()

  return (
    <CompanyProvider value={company}>
      <PeopleProvider value={PEOPLE}>
        <Shell
          places={places
            .filter((place) => isOpen(place, may))
            .map(({ key, address, icon, covers }) => ({
              key,
              address,
              icon,
              covers,
              name: t(`place.${key}`),
            }))}
          person={{ name: member.name, note: [department?.name, company.name].filter(Boolean).join(' · ') }}
          languages={useLanguages(useKeptLanguage())}
          appearances={APPEARANCES.map((key) => ({
            key,
            name: t(`shell.appearance.${key}`),
            current: key === appearance,
            choose: () => chooseAppearance(key),
          }))}
          onLogOut={() => logOut.mutate({})}
        >
          <ProblemAlert problem={logOut.error} />
          <Outlet />
        </Shell>
        <LoginAgain member={member} />
      </PeopleProvider>
    </CompanyProvider>
  )
}

/** Another page begins at its content, for the keyboard and for whoever listens. */
function useFocusOnNewPage() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (fromLocation !== undefined && pathChanged)
          document.getElementById(CONTENT)?.focus({ preventScroll: true })
      }),
    [router],
  )
}

/** The member's language holds on every device, because what the server says is in it too. */
function useLanguageOf(language: string) {
  useEffect(() => {
    const known = languageOf(language)
    if (known !== undefined) void speak(known)
  }, [language])
}

/** Keeps a choice with the member; then everything is read again, for its words are the server's. */
function useKeptLanguage() {
  const keep = api.useMutation('post', '/session/language', {
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return (language: Language) => keep.mutate({ body: { language } })
}
