import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { Card } from '~/ui/Card'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { AdminPage } from '../admin/AdminPage'
import styles from '../admin/admin.module.css'
import {
  type Department,
  departmentsQuery,
  useArchiveDepartment,
  useCreateDepartment,
  useUpdateDepartment,
} from './api'
import { departmentChoices, idsBelow, inTreeOrder } from './tree'

type Open = { what: 'below' | 'change' | 'close'; department: Department } | undefined

export function DepartmentsPage() {
  const { t } = useTranslation()
  const all = useSuspenseQuery(departmentsQuery).data.items
  const [open, setOpen] = useState<Open>()
  const parents = new Set(all.map(({ parent_id }) => parent_id))
  return (
    <AdminPage title={t('admin.room.departments')}>
      <Card title={t('department.tree')} note={t('department.count', { count: all.length })} flush>
        <ul className={styles.rows}>
          {inTreeOrder(all).map((department) => (
            <li key={department.id}>
              <span style={{ paddingInlineStart: department.depth * 22 }}>{department.name}</span>
              <span className={styles.buttons}>
                {department.can.create_below && (
                  <Button size="small" onClick={() => setOpen({ what: 'below', department })}>
                    {t('department.below')}
                  </Button>
                )}
                {department.can.update && (
                  <Button size="small" onClick={() => setOpen({ what: 'change', department })}>
                    {t('department.change')}
                  </Button>
                )}
                {department.can.update && department.parent_id && !parents.has(department.id) && (
                  <Button size="small" onClick={() => setOpen({ what: 'close', department })}>
                    {t('department.close')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {open?.what === 'below' && <NewDialog parent={open.department} onDone={() => setOpen(undefined)} />}
      {open?.what === 'change' && (
        <ChangeDialog department={open.department} all={all} onDone={() => setOpen(undefined)} />
      )}
      {open?.what === 'close' && (
        <CloseDialog department={open.department} onDone={() => setOpen(undefined)} />
      )}
    </AdminPage>
  )
}

function CloseDialog({ department: { id, name }, onDone }: { department: Department; onDone: () => void }) {
  const { t } = useTranslation()
  const archive = useArchiveDepartment()
  return (
    <ConfirmDialog
      title={t('department.closeOf', { name })}
      confirmLabel={t('department.close')}
      danger
      pending={archive.isPending}
      problem={archive.error}
      onConfirm={() => archive.mutate({ params: { path: { id } } }, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <p>{t('department.closeMeans')}</p>
    </ConfirmDialog>
  )
}

function NewDialog({ parent, onDone }: { parent: Department; onDone: () => void }) {
  const { t } = useTranslation()
  const create = useCreateDepartment()
  return (
    <Modal open title={t('department.newBelow', { name: parent.name })} footer={null} onCancel={onDone}>
      <FormSheet
        fields={[{ id: 'name', name: t('department.name'), type: 'text', required: true, limit: 100 }]}
        submitLabel={t('department.make')}
        pending={create.isPending}
        problem={create.error}
        onSubmit={async ({ name }) => {
          await create.mutateAsync({ body: { name: String(name), parent_id: parent.id } })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

function ChangeDialog({
  department,
  all,
  onDone,
}: {
  department: Department
  all: readonly Department[]
  onDone: () => void
}) {
  const { t } = useTranslation()
  const update = useUpdateDepartment()
  const inside = idsBelow(all, department.id)
  const choices = departmentChoices(all).filter(({ id }) => !inside.has(id))
  const { id, name, parent_id, version } = department
  return (
    <Modal open title={t('department.changeOf', { name })} footer={null} onCancel={onDone}>
      <FormSheet
        fields={[
          { id: 'name', name: t('department.name'), type: 'text', required: true, limit: 100 },
          ...(parent_id
            ? [
                {
                  id: 'parent_id',
                  name: t('department.parent'),
                  type: 'choice' as const,
                  listed: true,
                  required: true,
                  choices,
                },
              ]
            : []),
        ]}
        initial={{ name, parent_id: parent_id ?? null }}
        submitLabel={t('admin.save')}
        pending={update.isPending}
        problem={update.error}
        onSubmit={async (values) => {
          const to =
            typeof values.parent_id === 'string' && values.parent_id !== parent_id ? values.parent_id : null
          await update.mutateAsync({
            params: { path: { id }, header: ifMatch(version) },
            body: { name: String(values.name), ...(to === null ? {} : { parent_id: to }) },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
