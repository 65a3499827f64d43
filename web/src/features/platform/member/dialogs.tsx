import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { departmentsQuery } from '../department/api'
import { departmentChoices } from '../department/tree'
import { type Member, useChangePassword, useMoveMember, useResetPassword, useUpdateMember } from './api'
import { languageOf, memberFields, textOf } from './sheet'

interface Props {
  member: Member
  onDone: () => void
}

export function ChangeDialog({ member, onDone }: Props) {
  const { t } = useTranslation()
  const update = useUpdateMember()
  const { name, login, email, phone, language } = member
  return (
    <Modal open title={t('member.change')} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={memberFields(t)}
        initial={{ name, login, email: email ?? null, phone: phone ?? null, language }}
        submitLabel={t('admin.save')}
        pending={update.isPending}
        problem={update.error}
        onSubmit={async (values) => {
          await update.mutateAsync({
            params: { path: { id: member.id }, header: ifMatch(member.version) },
            body: {
              name: String(values.name).trim(),
              login: String(values.login).trim(),
              email: textOf(values.email),
              phone: textOf(values.phone),
              language: languageOf(values.language),
            },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

/** Another department, or head of one's own. */
export function MoveDialog({ member, onDone }: Props) {
  const { t } = useTranslation()
  const move = useMoveMember()
  const departments = useQuery(departmentsQuery).data?.items ?? []
  return (
    <Modal open title={t('member.move')} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={[
          {
            id: 'department_id',
            name: t('member.department'),
            type: 'choice',
            listed: true,
            required: true,
            choices: departmentChoices(departments),
          },
          { id: 'head', name: t('member.isHead'), type: 'flag' },
          { id: 'from', name: t('member.from'), type: 'date', help: t('member.fromHelp') },
        ]}
        initial={{ department_id: member.department?.id ?? null, head: member.head }}
        submitLabel={t('admin.save')}
        pending={move.isPending}
        problem={move.error}
        onSubmit={async ({ department_id, head, from }) => {
          await move.mutateAsync({
            params: { path: { id: member.id } },
            body: { department_id: String(department_id), head: head === true, from: textOf(from) },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

export function PasswordDialog({ member, onDone }: Props) {
  const { t } = useTranslation()
  const reset = useResetPassword()
  return (
    <Modal open title={t('member.resetPassword')} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={[
          {
            id: 'password',
            name: t('member.newPassword'),
            type: 'text',
            secret: true,
            required: true,
            limit: 200,
            help: t('member.resetHelp', { name: member.name }),
          },
        ]}
        submitLabel={t('admin.save')}
        pending={reset.isPending}
        problem={reset.error}
        onSubmit={async ({ password }) => {
          await reset.mutateAsync({
            params: { path: { id: member.id } },
            body: { password: String(password) },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

/** One's own password: every other log-in of one's own ends. */
export function OwnPasswordDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const change = useChangePassword()
  return (
    <Modal open title={t('member.changePassword')} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={[
          {
            id: 'old',
            name: t('member.oldPassword'),
            type: 'text',
            secret: true,
            required: true,
            limit: 200,
          },
          {
            id: 'password',
            name: t('member.newPassword'),
            type: 'text',
            secret: true,
            required: true,
            limit: 200,
            help: t('member.changePasswordHelp'),
          },
        ]}
        submitLabel={t('admin.save')}
        pending={change.isPending}
        problem={change.error}
        onSubmit={async ({ old, password }) => {
          await change.mutateAsync({ body: { old: String(old), password: String(password) } })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
