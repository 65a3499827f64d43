import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { CustomerPicker } from '~/features/engage/customer/CustomerPicker'
import { extraFields, extraOf, extraValues } from '~/features/governance/filing/extra'
import { Field } from '~/ui/Field'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { beginningQuery, type Project, useCreateProject, useUpdateProject } from './api'
import { bodyOf, projectFields, valuesOf } from './sheet'

interface CreateProps {
  onDone: (project: Project) => void
  onCancel: () => void
}

/** A project by hand; out of an inquiry or a lead it begins on their pages. */
export function CreateProjectDialog({ onDone, onCancel }: CreateProps) {
  const { t } = useTranslation()
  const create = useCreateProject()
  const { data: asked } = useQuery(beginningQuery)
  const [customer, setCustomer] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const required = asked?.required ?? []
  const lacks = required.includes('customer') && customer === null
  return (
    <Modal
      open
      title={t('project.create')}
      footer={null}
      onCancel={onCancel}
      width={720}
      mask={{ closable: false }}
    >
      <Field
        label={t('project.customer')}
        required={required.includes('customer')}
        fault={tried && lacks ? t('form.missing') : undefined}
        pointer="/customer"
        problem={create.error}
      >
        {(attributes) => <CustomerPicker attributes={attributes} value={customer} onChange={setCustomer} />}
      </Field>
      <FormSheet
        fields={projectFields(t).map((field) => ({
          ...field,
          required: field.required || required.includes(field.id),
        }))}
        initial={{ kind: 'integration' }}
        draft="project.new"
        submitLabel={t('project.create')}
        pending={create.isPending}
        problem={create.error}
        onSubmit={async (values) => {
          setTried(true)
          if (lacks) throw new Error('a customer is asked for')
          onDone(await create.mutateAsync({ body: { ...bodyOf(values), customer } }))
        }}
        onCancel={onCancel}
      />
    </Modal>
  )
}

export function EditProjectDialog({ project, onDone }: { project: Project; onDone: () => void }) {
  const { t } = useTranslation()
  const update = useUpdateProject()
  const [customer, setCustomer] = useState<string | null>(project.customer?.id ?? null)
  return (
    <Modal
      open
      title={t('project.edit')}
      footer={null}
      onCancel={onDone}
      width={720}
      mask={{ closable: false }}
    >
      <Field label={t('project.customer')} pointer="/customer" problem={update.error}>
        {(attributes) => (
          <CustomerPicker
            attributes={attributes}
            value={customer}
            known={project.customer ?? undefined}
            onChange={setCustomer}
          />
        )}
      </Field>
      <FormSheet
        fields={[...projectFields(t), ...extraFields(project.fields)]}
        initial={{ ...valuesOf(project), ...extraValues(project.fields, project.extra) }}
        submitLabel={t('project.save')}
        pending={update.isPending}
        problem={update.error}
        onSubmit={async (values) => {
          await update.mutateAsync({
            params: { path: { id: project.id }, header: ifMatch(project.version) },
            body: {
              ...bodyOf(values),
              // Whoever does not see the customer's file changes the rest all the same.
              ...(customer === (project.customer?.id ?? null) ? {} : { customer }),
              ...(project.fields.length > 0 ? { extra: extraOf(values) } : {}),
            },
          })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
