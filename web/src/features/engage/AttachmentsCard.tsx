import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Popconfirm, Skeleton } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '~/api/client'
import { fileAddress, loadFiles, uploadFile } from '~/api/files'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import styles from './engage.module.css'
import { sizeWords } from './size'

interface Props {
  kind: string
  id: string
  canAdd: boolean
}

/** Files of a record: get one, add some, take one away. */
export function AttachmentsCard({ kind, id, canAdd }: Props) {
  const { t, i18n } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const key = ['files', kind, id]
  const files = useQuery({ queryKey: key, queryFn: () => loadFiles(kind, id) })
  const renew = () => queryClient.invalidateQueries({ queryKey: key })
  const upload = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      for (const file of chosen) await uploadFile(kind, id, file)
    },
    onSettled: renew,
  })
  const archive = api.useMutation('post', '/files/{id}/archive', { onSuccess: renew })
  const add = canAdd && (
    <Button
      icon={<UploadOutlined aria-hidden />}
      loading={upload.isPending}
      onClick={() => picker.current?.click()}
    >
      {t('engage.file.add')}
    </Button>
  )
  return (
    <Card title={t('engage.file.title')} extra={files.data && files.data.length > 0 && add} flush>
      <input
        ref={picker}
        type="file"
        multiple
        className="x-hidden"
        tabIndex={-1}
        aria-label={t('engage.file.add')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          if (chosen.length > 0) upload.mutate(chosen)
          event.target.value = ''
        }}
      />
      <ProblemAlert problem={upload.error ?? archive.error} />
      <ProblemAlert problem={files.error} onRetry={() => files.refetch()} />
      {files.isPending && <Skeleton active title={false} style={inset} />}
      {files.data?.length === 0 && (
        <EmptyState title={t('engage.file.empty.title')} action={add}>
          {t('engage.file.empty.detail')}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {files.data?.map((file) => (
          <li key={file.id}>
            <a href={fileAddress(file.id)} download={file.name} className={styles.rowName}>
              <PaperClipOutlined aria-hidden /> {file.name}
            </a>
            <span className={`x-muted ${styles.rowNote}`}>
              {sizeWords(file.size, i18n.language)}
              <InstantText at={file.created_at} day />
              {canAdd && (
                <Popconfirm
                  title={t('engage.file.removeAsk', { name: file.name })}
                  onConfirm={() => archive.mutate({ params: { path: { id: file.id } } })}
                >
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t('engage.file.remove', { name: file.name })}
                  />
                </Popconfirm>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const inset = { padding: '0 18px 18px' }
