import { ImportOutlined, InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Segmented, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { uploadImport } from './api'
import styles from './import.module.css'

/** The way from a list to taking in rows of a file; nothing for whoever may import none of these kinds. */
export function ImportButton({ kinds }: { kinds: readonly string[] }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const mine = kinds.filter((kind) => may(`${kind}.import`))
  if (mine.length === 0) return null
  return (
    <>
      <Button icon={<ImportOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('import.button')}
      </Button>
      {open && <ImportDialog kinds={mine} onCancel={() => setOpen(false)} />}
    </>
  )
}

function ImportDialog({ kinds, onCancel }: { kinds: readonly string[]; onCancel: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [kind, setKind] = useState(kinds[0] ?? '')
  const upload = useMutation({
    mutationFn: (file: File) => uploadImport(kind, file),
    onSuccess: (id) => navigate({ to: '/imports/$id', params: { id } }),
  })
  return (
    <Modal open title={t('import.title')} footer={null} onCancel={onCancel}>
      <div className={styles.content}>
        {kinds.length > 1 && (
          <Segmented
            aria-label={t('import.what')}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
          />
        )}
        <Upload.Dragger
          accept=".xlsx,.csv,.txt,.tsv,.vcf"
          showUploadList={false}
          disabled={upload.isPending}
          beforeUpload={(file) => {
            upload.mutate(file)
            return false
          }}
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined aria-hidden />
          </p>
          <p>{t(upload.isPending ? 'import.uploading' : 'import.choose')}</p>
          <p className="x-muted">{t(kind === 'contact' ? 'import.formatsAndCards' : 'import.formats')}</p>
        </Upload.Dragger>
        <p className="x-muted">{t('import.promise')}</p>
        <ProblemAlert problem={upload.error} />
      </div>
    </Modal>
  )
}
