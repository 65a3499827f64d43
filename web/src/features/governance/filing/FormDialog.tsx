import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { uploadFile } from '~/api/files'
import { findMembers } from '~/api/people'
import { EmptyState } from '~/ui/EmptyState'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'

import { type Form, formQuery, useFileSheet } from './api'
import { filedOf, prefilled, sheetOf } from './sheet'

interface Props {
  form: string
  kind: string
  id: string
  onDone: () => void
}

/** A form of the pack, filed where its record stands: what an obligation or a gate leads to. */
export function FormDialog({ form, kind, id, onDone }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(formQuery(form, kind, id))
  return (
    <Modal
      open
      title={data?.name ?? t('engage.form.title')}
      footer={null}
      onCancel={onDone}
      width={720}
      mask={{ closable: false }}
    >
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} />}
      {data?.can.file === false && (
        <EmptyState title={t('engage.form.notYours.title')}>{t('engage.form.notYours.detail')}</EmptyState>
      )}
      {data?.can.file && <Sheet form={data} kind={kind} id={id} onDone={onDone} />}
    </Modal>
  )
}

function Sheet({ form, kind, id, onDone }: Omit<Props, 'form'> & { form: Form }) {
  const { t } = useTranslation()
  const file = useFileSheet()
  return (
    <FormSheet
      fields={sheetOf(form, t)}
      initial={prefilled(form)}
      pointer="/fields"
      draft={`form.${form.id}.${id}`}
      sources={{
        members: findMembers,
        upload: (chosen) => uploadFile(kind, id, chosen),
      }}
      submitLabel={t('engage.form.file')}
      pending={file.isPending}
      problem={file.error}
      onSubmit={async (values) => {
        await file.mutateAsync({ body: { form: form.id, subject: { kind, id }, ...filedOf(values) } })
        onDone()
      }}
      onCancel={onDone}
    />
  )
}
