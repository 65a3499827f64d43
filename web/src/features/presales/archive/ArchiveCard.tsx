import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Input, Modal, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileAddress } from '~/api/files'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { EmptyState } from '~/ui/EmptyState'
import { Field } from '~/ui/Field'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { filingQuery } from '../news/api'
import { FiledSheet } from '../news/FiledSheet'
import type { Project } from '../project/api'
import styles from '../project/project.module.css'
import { nameOfStage } from '../project/stages'
import { type Archive, archiveQuery, type Deliverable, fileDocument, verifyArchive } from './api'
import { byStage } from './byStage'
import { replacedBy } from './replacedBy'

const TONES: Record<string, Tone> = { present: 'kept', missing: 'late' }

/** The documents of a project by stage: on file or missing, each with its versions. */
export function ArchiveCard({ project }: { project: Project }) {
  const { t } = useTranslation()
  const archive = useQuery(archiveQuery(project.id))
  const { deliverable: wanted } = useSearch({ from: '/shell/projects/$id' })
  const navigate = useNavigate({ from: '/projects/$id' })
  const [chosen, setOpen] = useState<string>()
  const open = chosen ?? wanted
  const sheet = archive.data?.deliverables.find(({ id }) => id === wanted)?.form
  // A gate leads to the document; one that is a sheet is filled at once.
  useEffect(() => {
    if (sheet)
      void navigate({
        search: ({ deliverable: _deliverable, ...rest }) => ({ ...rest, form: sheet }),
        replace: true,
      })
  }, [sheet, navigate])
  if (archive.error !== null)
    return <ProblemAlert problem={archive.error} onRetry={() => archive.refetch()} />
  if (archive.data === undefined) return <Skeleton active title={false} />
  const { deliverables, missing, complete, seal, can } = archive.data
  const filing = deliverables.find(({ id, form }) => id === open && !form)
  const fill = (form: string) => navigate({ search: (now) => ({ ...now, form }), replace: true })
  const mayFile = can.includes('project.file_deliverable')
  const close = () => {
    setOpen(undefined)
    void navigate({ search: ({ deliverable: _deliverable, ...rest }) => rest, replace: true })
  }
  return (
    <>
      {seal && <Seal project={project} seal={seal} />}
      {deliverables.length === 0 && (
        <EmptyState title={t('archive.none.title')}>{t('archive.none.detail')}</EmptyState>
      )}
      {deliverables.length > 0 && (
        <p role="status" className={complete ? 'x-kept' : 'x-near'}>
          {complete ? t('archive.complete') : t('archive.missing', { count: missing })}
        </p>
      )}
      {byStage(
        deliverables,
        project.stages.map(({ id }) => id),
      ).map(([stage, items]) => (
        <Card key={stage} title={stage === '' ? t('archive.anyStage') : nameOfStage(project, stage)} flush>
          <ul className={styles.rows}>
            {items.map((one) => (
              <DeliverableRow
                key={one.id}
                deliverable={one}
                mayFile={mayFile}
                onFile={() => (one.form ? fill(one.form) : setOpen(one.id))}
              />
            ))}
          </ul>
        </Card>
      ))}
      {filing && mayFile && <FileDialog project={project} deliverable={filing} onDone={close} />}
    </>
  )
}

interface RowProps {
  deliverable: Deliverable
  mayFile: boolean
  onFile: () => void
}

function DeliverableRow({ deliverable, mayFile, onFile }: RowProps) {
  const { t } = useTranslation()
  const { name, standing, copies, items, form } = deliverable
  const [newest, ...older] = [...items].sort((a, b) => b.revision - a.revision)
  return (
    <li>
      <span className={styles.words}>
        <span>
          {name} <StateTag tone={TONES[standing] ?? 'plain'}>{t(`archive.standing.${standing}`)}</StateTag>
        </span>
        {copies.length > 0 && (
          <span className="x-muted">{copies.map((copy) => t(`archive.copy.${copy}`)).join(comma())}</span>
        )}
        {newest && <Document item={newest} />}
        {older.length > 0 && (
          <details>
            <summary className="x-muted">{t('archive.older', { count: older.length })}</summary>
            {older.map((item) => (
              <Document key={item.id} item={item} />
            ))}
          </details>
        )}
      </span>
      {mayFile && (
        <span className={styles.buttons}>
          <Button size="small" onClick={onFile}>
            {t(
              form
                ? newest
                  ? 'archive.fillAgain'
                  : 'archive.fill'
                : newest
                  ? 'archive.newVersion'
                  : 'archive.file',
            )}
          </Button>
        </span>
      )}
    </li>
  )
}

function Document({ item }: { item: Deliverable['items'][number] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <span className="x-muted">
      {item.file_id ? (
        <a href={fileAddress(item.file_id)} download>
          {item.title}
        </a>
      ) : item.record_kind === 'form_filing' && item.record_id ? (
        <Button type="link" className={styles.quiet} onClick={() => setOpen(true)}>
          {item.title}
        </Button>
      ) : (
        item.title
      )}
      {' · '}
      {t('archive.revision', { number: item.revision })}
      {' · '}
      {item.filed_by?.name} <InstantText at={item.created_at} />
      {item.paper && ` · ${t('archive.paperAt', { place: item.place ?? '–' })}`}
      {open && item.record_id && (
        <SheetDialog id={item.record_id} title={item.title} onDone={() => setOpen(false)} />
      )}
    </span>
  )
}

/** The sheet that is the document, as it was filed. */
function SheetDialog({ id, title, onDone }: { id: string; title: string; onDone: () => void }) {
  const filing = useQuery(filingQuery(id))
  return (
    <Modal open title={title} footer={null} onCancel={onDone} width={640}>
      <ProblemAlert problem={filing.error} onRetry={() => filing.refetch()} />
      {filing.isPending && <Skeleton active title={false} />}
      {filing.data && <FiledSheet filing={filing.data} open />}
    </Modal>
  )
}

function Seal({ project, seal }: { project: Project; seal: NonNullable<Archive['seal']> }) {
  const { t } = useTranslation()
  const verify = useMutation({ mutationFn: () => verifyArchive(project.id) })
  return (
    <Card
      title={t('archive.sealed')}
      extra={
        <Button size="small" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('archive.verify')}
        </Button>
      }
    >
      <p className="x-muted">
        {seal.sealed_by?.name} <InstantText at={seal.sealed_at} /> · {seal.hash.slice(0, 16)}
      </p>
      <ProblemAlert problem={verify.error} />
      {verify.data && (
        <Alert
          role="status"
          showIcon
          type={verify.data.sound ? 'success' : 'error'}
          title={t(verify.data.sound ? 'archive.sound' : 'archive.unsound', { count: verify.data.checked })}
          description={verify.data.troubles.map(({ item, title, what }) => (
            <p key={`${item} ${what}`}>
              {title} {t(`archive.trouble.${what}`)}
            </p>
          ))}
        />
      )}
    </Card>
  )
}

interface FileProps {
  project: Project
  deliverable: Deliverable
  onDone: () => void
}

function FileDialog({ project, deliverable, onDone }: FileProps) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const said = (text: string) => (text.trim() === '' ? null : text.trim())
  const brings = { file: file !== undefined, paper: said(place) !== null }
  const before = replacedBy(brings, deliverable.items)
  const filing = useMutation({
    mutationFn: () =>
      fileDocument(project.id, {
        deliverable: deliverable.id,
        title: said(title),
        file,
        place: said(place),
        replaces: before?.id,
      }),
    onSuccess: onDone,
  })
  return (
    <Modal
      open
      title={`${t(deliverable.items.length > 0 ? 'archive.newVersion' : 'archive.file')} · ${deliverable.name}`}
      okText={t('archive.file')}
      okButtonProps={{ disabled: file === undefined && said(place) === null }}
      confirmLoading={filing.isPending}
      onOk={() => filing.mutate()}
      onCancel={onDone}
      mask={{ closable: false }}
    >
      <div className={styles.composer}>
        <Field label={t('archive.document')} pointer="/file" problem={filing.error}>
          {({ id }) => (
            <div>
              <Button onClick={() => picker.current?.click()}>{t('form.file.choose')}</Button> {file?.name}
              <input
                ref={picker}
                id={id}
                type="file"
                className="x-hidden"
                tabIndex={-1}
                onChange={(event) => setFile(event.target.files?.[0])}
              />
            </div>
          )}
        </Field>
        <Field
          label={t('archive.title')}
          help={t('archive.titleHelp')}
          pointer="/title"
          problem={filing.error}
        >
          {(attributes) => (
            <Input {...attributes} value={title} maxLength={200} onChange={(e) => setTitle(e.target.value)} />
          )}
        </Field>
        <Field
          label={t('archive.place')}
          help={t('archive.placeHelp')}
          pointer="/place"
          problem={filing.error}
        >
          {(attributes) => (
            <Input {...attributes} value={place} maxLength={200} onChange={(e) => setPlace(e.target.value)} />
          )}
        </Field>
        <ProblemAlert problem={filing.error} shownPointers={['/file', '/title', '/place']} />
      </div>
    </Modal>
  )
}
