import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, read } from '~/api/client'
import { ActionLink } from '~/ui/ActionLink'
import { EmptyState } from '~/ui/EmptyState'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { AdminPage } from '../admin/AdminPage'
import styles from '../admin/admin.module.css'
import { packQuery, policiesQuery } from '../policy/api'
import { PositionCard } from './PositionCard'

/** The positions of the packs in force: what each may do, and who holds it. */
export function PositionsPage() {
  const { t } = useTranslation()
  const { adoptions } = useSuspenseQuery(policiesQuery).data
  const versions = [...new Set(adoptions.filter((one) => one.in_force).map((one) => one.version_id))]
  return (
    <AdminPage title={t('admin.room.positions')}>
      {versions.length === 0 && (
        <EmptyState
          title={t('position.none.title')}
          action={
            <ActionLink to="/policies" primary>
              {t('position.none.action')}
            </ActionLink>
          }
        >
          {t('position.none.detail')}
        </EmptyState>
      )}
      {versions.map((id) => (
        <Positions key={id} version={id} titled={versions.length > 1} />
      ))}
    </AdminPage>
  )
}

function Positions({ version, titled }: { version: string; titled: boolean }) {
  const pack = useQuery(packQuery(version))
  const people = useQuery({ queryKey: ['directory', 'all'], queryFn: loadEverybody })
  const problem = pack.error ?? people.error
  if (problem !== null) return <ProblemAlert problem={problem} onRetry={() => pack.refetch()} />
  if (pack.data === undefined) return <PageSkeleton rows={6} />
  return (
    <section className={styles.content}>
      {titled && <h2>{`${pack.data.name} ${pack.data.pack_version}`}</h2>}
      {pack.data.positions.map((position) => (
        <PositionCard
          key={position.id}
          position={position}
          holders={people.data?.filter(({ positions }) => positions.includes(position.id))}
        />
      ))}
    </section>
  )
}

/** Everybody who works here, page by page: each knows the positions held. */
async function loadEverybody() {
  const all = []
  let cursor: string | null | undefined
  do {
    const query = { limit: 200, ...(cursor ? { cursor } : {}) }
    const page = read(await client.GET('/directory', { params: { query } }))
    all.push(...page.items)
    cursor = page.next
  } while (cursor)
  return all
}
