import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '~/api/client'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { isMoney, type Values } from '~/ui/sheet/sheet'
import { textOf } from './sheet'

interface Props {
  /** What the project grows from. */
  from: { inquiry: string } | { lead: string }
  name: string
  goal: string | null | undefined
  onDone: (project: string) => void
  onCancel: () => void
}

/** Makes a project of an inquiry or a lead; customer, contacts and history come along. */
export function ConvertDialog({ from, name, goal, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const create = api.useMutation('post', '/projects')
  const bodyOf = (values: Values) => ({
    ...from,
    name: textOf(values.name),
    amount: isMoney(values.amount) ? values.amount : null,
    expected_sign_on: textOf(values.expected_sign_on),
    goal: textOf(values.goal),
  })
  return (
    <Modal
      open
      title={t('inquiry.convert')}
      footer={null}
      onCancel={onCancel}
      width={640}
      mask={{ closable: false }}
    >
      <p className="x-muted">{t('inquiry.convertWhat')}</p>
      <FormSheet
        fields={[
          { id: 'name', name: t('inquiry.project.name'), type: 'text', required: true, limit: 200 },
          {
            id: 'amount',
            name: t('inquiry.project.amount'),
            type: 'money',
            help: t('inquiry.project.amountHelp'),
          },
          { id: 'expected_sign_on', name: t('inquiry.project.signOn'), type: 'date' },
          { id: 'goal', name: t('inquiry.project.goal'), type: 'text', long: true, limit: 2_000 },
        ]}
        initial={{ name, goal: goal ?? null }}
        submitLabel={t('inquiry.convert')}
        pending={create.isPending}
        problem={create.error}
        onSubmit={async (values) => onDone((await create.mutateAsync({ body: bodyOf(values) })).id)}
        onCancel={onCancel}
      />
    </Modal>
  )
}
