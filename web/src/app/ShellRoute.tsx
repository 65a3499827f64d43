import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useSession } from '~/api/session'
import { useLogOut } from '~/features/platform/session/api'
import { CompanyProvider } from '~/ui/company'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { CONTENT, Shell } from '~/ui/Shell'
import { speak } from './i18n'
import { LoginAgain } from './LoginAgain'
import { languageOf } from './languages'
import { isOpen, places } from './places'
import { type AppearanceChoice, chooseAppearance, chosenLanguage, useAppearanceChoice } from './preferences'
import { useLanguages } from './useLanguages'

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
      <Shell
        places={places
          .filter((place) => isOpen(place, may))
          .map(({ key, address, icon, covers }) => ({ key, address, icon, covers, name: t(`place.${key}`) }))}
        person={{ name: member.name, note: [department?.name, company.name].filter(Boolean).join(' · ') }}
        languages={useLanguages()}
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

/** The member's language holds until another is chosen on this browser. */
function useLanguageOf(language: string) {
  useEffect(() => {
    const known = languageOf(language)
    if (chosenLanguage() === undefined && known !== undefined) void speak(known)
  }, [language])
}
