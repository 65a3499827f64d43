import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '~/api/client'
import { findMembers, membersNamed } from '~/api/people'
import { sessionQuery, useMay, useSession } from '~/api/session'
import { NoticeBell } from '~/features/governance/notification/NoticeBell'
import { useLogOut } from '~/features/platform/session/api'
import { CommandsProvider } from '~/ui/commands/commands'
import { CompanyProvider } from '~/ui/company'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { PeopleProvider } from '~/ui/people'
import { CONTENT, Shell } from '~/ui/Shell'
import { Commands, useCommandMenu } from './commands/Commands'
import { speak } from './i18n'
import { LoginAgain } from './LoginAgain'
import { type Language, languageOf } from './languages'
import { isOpen, places } from './places'
import { type AppearanceChoice, chooseAppearance, useAppearanceChoice } from './preferences'
import { ReleaseNotice } from './ReleaseNotice'
import { useLanguages } from './useLanguages'
import { useNews } from './useNews'

const PEOPLE = { find: findMembers, named: membersNamed }
const APPEARANCES: readonly AppearanceChoice[] = ['system', 'light', 'dark']

export function ShellRoute() {
  return (
    <CommandsProvider>
      <Frame />
    </CommandsProvider>
  )
}

function Frame() {
  const { t } = useTranslation()
  const { company, department, member, on_behalf_of } = useSession()
  const router = useRouter()
  const may = useMay()
  const logOut = useLogOut()
  const appearance = useAppearanceChoice()
  useLanguageOf(member.language)
  useFocusOnNewPage()
  const commands = useCommandMenu()
  const self = {
    languages: useLanguages(useKeptLanguage()),
    appearances: APPEARANCES.map((key) => ({
      key,
      name: t(`shell.appearance.${key}`),
      current: key === appearance,
      choose: () => chooseAppearance(key),
    })),
    standIns: useStandIns(),
    onAccount: () => router.navigate({ to: '/members/$id', params: { id: member.id } }),
    onLogOut: () => logOut.mutate({}),
  }
  useNews(`${member.id} ${on_behalf_of?.id ?? ''}`)

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
          person={{
            name: member.name,
            note: [
              on_behalf_of && t('shell.standsInFor', { name: on_behalf_of.name }),
              department?.name,
              company.name,
            ]
              .filter(Boolean)
              .join(' · '),
          }}
          {...self}
          notices={<NoticeBell />}
          onCommands={commands.openMenu}
          onKeys={() => commands.setOpened('keys')}
        >
          {on_behalf_of && <p className="x-banner">{t('shell.standsInFor', { name: on_behalf_of.name })}</p>}
          <ReleaseNotice />
          <ProblemAlert problem={logOut.error} />
          <Outlet />
        </Shell>
        <Commands self={self} {...commands} />
        <LoginAgain member={member} />
      </PeopleProvider>
    </CompanyProvider>
  )
}

/** Oneself and those whom one may stand in for now. Another's rights show other things: all is read again. */
function useStandIns() {
  const { member, on_behalf_of, on_behalf_of_choices } = useSession()
  const standIn = api.useMutation('post', '/session/stand-in', {
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      void queryClient.invalidateQueries()
    },
  })
  if (on_behalf_of_choices.length === 0 && !on_behalf_of) return []
  const choice = (id: string | null, name: string) => ({
    key: id ?? 'self',
    name,
    current: (on_behalf_of?.id ?? null) === id,
    choose: () => standIn.mutate({ body: { member: id } }),
  })
  return [choice(null, member.name), ...on_behalf_of_choices.map(({ id, name }) => choice(id, name))]
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
