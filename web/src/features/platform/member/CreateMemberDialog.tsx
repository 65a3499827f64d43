import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { isTexts, type Values } from '~/ui/sheet/sheet'
import { departmentsQuery } from '../department/api'
import { departmentChoices } from '../department/tree'
import { positionsQuery, useAssignPosition, useCreateMember } from './api'
import { languageOf, newMemberFields, textOf } from './sheet'

interface Props {
  onDone: (id: string) => void
  onCancel: () => void
}

/** Lets somebody in: log-in, department and positions in one go. */
export function CreateMemberDialog({ onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const departments = useQuery(departmentsQuery)
  const positions = useQuery(positionsQuery)
  const create = useCreateMember()
  const assign = useAssignPosition()
  const fill = async (values: Values) => {
    const { id } = create.data ?? (await create.mutateAsync({ body: bodyOf(values) }))
    for (const position of isTexts(values.positions) ? values.positions : [])
      await assign.mutateAsync({ params: { path: { id } }, body: { position } })
    onDone(id)
  }
  const problem = departments.error ?? positions.error
  const ready = departments.data !== undefined && positions.data !== undefined
  return (
    <Modal
      open
      title={t('member.create')}
      footer={null}
      onCancel={onCancel}
      width={640}
      mask={{ closable: false }}
    >
      <ProblemAlert problem={problem} />
      {!ready && problem === null && <Skeleton active title={false} />}
      {ready && (
        <FormSheet
          fields={newMemberFields(t, departmentChoices(departments.data.items), positions.data.items)}
          initial={{ language: 'zh' }}
          submitLabel={t('member.create')}
          pending={create.isPending || assign.isPending}
          problem={create.error ?? assign.error}
          onSubmit={fill}
          onCancel={onCancel}
        />
      )}
    </Modal>
  )
}

const bodyOf = (values: Values) => ({
  name: String(values.name).trim(),
  login: String(values.login).trim(),
  password: textOf(values.password),
  department_id: String(values.department_id),
  head: values.head === true,
  email: textOf(values.email),
  phone: textOf(values.phone),
  language: languageOf(values.language),
})
