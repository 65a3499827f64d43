import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { departmentsQuery } from '../department/api'
import { departmentChoices, inTreeOrder } from '../department/tree'
import { type Overview, useAdopt } from './api'

interface Props {
  pack: Overview['published'][number]
  onDone: () => void
}

/** Puts a published pack in force somewhere; the company itself is offered first. */
export function AdoptDialog({ pack, onDone }: Props) {
  const { t } = useTranslation()
  const { data: departments } = useQuery(departmentsQuery)
  const adopt = useAdopt()
  return (
    <Modal
      open
      title={t('policy.adoptOf', { name: pack.name, version: pack.version })}
      footer={
        adopt.data ? (
          <Button type="primary" onClick={onDone}>
            {t('policy.understood')}
          </Button>
        ) : null
      }
      onCancel={onDone}
      mask={{ closable: false }}
    >
      {adopt.data && adopt.data.vacant.length > 0 ? (
        <Vacant positions={adopt.data.vacant} />
      ) : departments === undefined ? (
        <Skeleton active title={false} />
      ) : (
        <FormSheet
          fields={[
            {
              id: 'department_id',
              name: t('policy.department'),
              type: 'choice',
              listed: true,
              required: true,
              choices: departmentChoices(departments.items),
              help: t('policy.departmentHelp'),
            },
            { id: 'from', name: t('policy.fromDay'), type: 'date', help: t('policy.fromHelp') },
          ]}
          initial={{ department_id: inTreeOrder(departments.items)[0]?.id ?? null }}
          submitLabel={t('policy.adopt')}
          pending={adopt.isPending}
          problem={adopt.error}
          onSubmit={async ({ department_id, from }) => {
            const adopted = await adopt.mutateAsync({
              params: { path: { id: pack.id } },
              body: { department_id: String(department_id), from: typeof from === 'string' ? from : null },
            })
            // What nobody holds is told before the dialog is closed.
            if (adopted.vacant.length === 0) onDone()
          }}
          onCancel={onDone}
        />
      )}
    </Modal>
  )
}

/** Positions that nobody holds: the pack is in force, and what they owe goes to the head above until somebody does. */
function Vacant({ positions }: { positions: { id: string; name: string }[] }) {
  const { t } = useTranslation()
  return (
    <Alert
      type="warning"
      showIcon
      title={t('policy.adopted')}
      description={
        <>
          <p>{t('policy.vacant')}</p>
          <ul>
            {positions.map((position) => (
              <li key={position.id}>{position.name}</li>
            ))}
          </ul>
        </>
      }
    />
  )
}
