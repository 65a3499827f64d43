import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import CommandMenu from '~/ui/commands/CommandMenu'
import type { Act } from '~/ui/commands/commands'
import { pinyinMatcher } from '~/ui/commands/matching'
import { commandGroups, type Self } from './groups'
import { searchRecords } from './searchRecords'

interface Props {
  here: readonly Act[]
  self: Self
  onKeys: () => void
  onClose: () => void
}

/** The command menu, filled with what this reader may do, go to and find. */
export default function Menu({ here, self, onKeys, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const may = useMay()
  const router = useRouter()
  const traditional = i18n.language === 'zh-Hant'
  const { data: match } = useQuery({
    queryKey: ['commands', 'match', traditional],
    queryFn: async () => ({ names: await pinyinMatcher(traditional) }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const go = (to: string, search = {}) => void router.navigate({ to, search })
  return (
    <CommandMenu
      groups={commandGroups({ t, may, go, here, self, onKeys })}
      match={match?.names}
      find={async (words) =>
        (await searchRecords(words, may)).map(({ kind, id, number, name, address }) => ({
          key: `${kind}.${id}`,
          label: name,
          note: [number, t(`command.kind.${kind}`)].join(' · '),
          onClick: () => go(address),
        }))
      }
      onClose={onClose}
    />
  )
}
