import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '~/features/governance/filing/FormDialog'
import { Card } from '~/ui/Card'
import { RecordPage } from '~/ui/RecordPage'
import { customerQuery } from '../customer/api'
import { OwedCard } from '../OwedCard'
import { useOwed } from '../owed'
import { interactionQuery } from './api'
import { InteractionDialog } from './InteractionDialog'
import { InteractionRow } from './InteractionsCard'

/** Where an obligation about an interaction leads: what was said, and the sheet that is asked. */
export function InteractionPage() {
  const { id } = useParams({ from: '/shell/interactions/$id' })
  const { t } = useTranslation()
  const { panel, form } = useSearch({ from: '/shell/interactions/$id' })
  const navigate = useNavigate({ from: '/interactions/$id' })
  const { data: interaction } = useSuspenseQuery(interactionQuery(id))
  const { data: customer } = useQuery({ ...customerQuery(interaction.customer_id), retry: false })
  const { data: owed = [] } = useOwed(id)
  const close = () => navigate({ search: {}, replace: true })
  return (
    <>
      <RecordPage
        number={t(`interaction.kind.${interaction.kind}`)}
        name={customer?.name ?? t('interaction.title')}
        facts={[
          {
            label: t('inquiry.field.customer_id'),
            value: (
              <Link
                to="/customers/$id"
                params={{ id: interaction.customer_id }}
                search={{ tab: 'interactions' }}
              >
                {customer?.name ?? t('interaction.openCustomer')}
              </Link>
            ),
          },
        ]}
        timeline={owed.length > 0 ? <OwedCard id={id} /> : undefined}
      >
        <Card flush>
          <ul>
            <InteractionRow
              interaction={interaction}
              onRecord={() => navigate({ search: { panel: 'record' }, replace: true })}
            />
          </ul>
        </Card>
      </RecordPage>
      {panel === 'record' && interaction.can.record && (
        <InteractionDialog customer={interaction.customer_id} keeps={interaction} onDone={close} />
      )}
      {form !== undefined && <FormDialog form={form} kind="interaction" id={id} onDone={close} />}
    </>
  )
}
