import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { absorbedQuery, type Customer, useUnmergeCustomer } from './api'

/** Says of a file that it forwards to another, with the way there and the way back; of that other, what it took in. */
export function Merged({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const undo = useUnmergeCustomer()
  const absorbed = useQuery(absorbedQuery(customer.id))
  const { merged_into, can } = customer
  if (merged_into) {
    return (
      <>
        <ProblemAlert problem={undo.error} />
        <Alert
          type="warning"
          showIcon
          title={t('customer.merge.forwards')}
          description={
            <Link to="/customers/$id" params={{ id: merged_into }}>
              {t('customer.merge.toOther')}
            </Link>
          }
          action={
            can.unmerge && (
              <Button
                loading={undo.isPending}
                onClick={() => undo.mutate({ params: { path: { id: customer.id } } })}
              >
                {t('customer.merge.undo')}
              </Button>
            )
          }
        />
      </>
    )
  }
  if (absorbed.data === undefined || absorbed.data.length === 0) return null
  return (
    <p className="x-muted">
      {t('customer.merge.absorbed')}{' '}
      {absorbed.data.map(({ id, number, name }) => (
        <Link key={id} to="/customers/$id" params={{ id }}>
          {number} {name}{' '}
        </Link>
      ))}
    </p>
  )
}
