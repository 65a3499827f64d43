import { Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { comma } from '~/ui/comma'
import { Field } from '~/ui/Field'
import { ProblemAlert } from '~/ui/ProblemAlert'
import styles from '../admin/admin.module.css'
import { useCheckPack, usePublish } from './api'
import { mistakesIn } from './mistakes'

interface PackFile {
  name: string
  text: string
}

/** A pack of one's own: its TOML files are checked first, and every mistake comes at once. */
export function PublishOwnDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const [pack, setPack] = useState('')
  const [files, setFiles] = useState<readonly PackFile[]>([])
  const check = useCheckPack()
  const publish = usePublish()
  const body = { pack: pack.trim(), files: [...files] }
  const mistakes = mistakesIn(publish.error ?? check.error)
  const ready = body.pack !== '' && files.length > 0
  const choose = async (chosen: FileList | null) => {
    const read = [...(chosen ?? [])].map(async (file) => ({ name: file.name, text: await file.text() }))
    setFiles(await Promise.all(read))
    check.reset()
    publish.reset()
  }
  return (
    <Modal
      open
      title={t('policy.publishOwn')}
      width={640}
      mask={{ closable: false }}
      onCancel={onDone}
      footer={
        <span className={styles.buttons}>
          <Button disabled={!ready} loading={check.isPending} onClick={() => check.mutate({ body })}>
            {t('policy.check')}
          </Button>
          <Button
            type="primary"
            disabled={!ready}
            loading={publish.isPending}
            onClick={() => publish.mutate({ body }, { onSuccess: onDone })}
          >
            {t('policy.publish')}
          </Button>
        </span>
      }
    >
      <div className={styles.content}>
        <Field label={t('policy.packId')} help={t('policy.packIdHelp')} required>
          {(attributes) => (
            <Input {...attributes} value={pack} maxLength={100} onChange={(e) => setPack(e.target.value)} />
          )}
        </Field>
        <Field label={t('policy.files')} help={t('policy.filesHelp')} required>
          {({ id }) => (
            <div>
              <Button onClick={() => picker.current?.click()}>{t('policy.chooseFiles')}</Button>{' '}
              {files.map(({ name }) => name).join(comma())}
              <input
                ref={picker}
                id={id}
                type="file"
                multiple
                accept=".toml"
                className="x-hidden"
                tabIndex={-1}
                onChange={(event) => choose(event.target.files)}
              />
            </div>
          )}
        </Field>
        {check.data && (
          <p role="status" className="x-kept">
            {t('policy.sound', { version: check.data.version ?? '' })}
          </p>
        )}
        <ProblemAlert problem={publish.error ?? check.error} />
        {mistakes.length > 0 && (
          <ul className={styles.clauses}>
            {mistakes.map((one) => (
              <li key={`${one.file} ${one.line} ${one.column} ${one.code}`}>
                <span className="x-muted">
                  {one.file}:{one.line}:{one.column}
                </span>
                <div className={styles.words}>
                  <span>
                    {t(`policy.mistake.${one.code}`, { defaultValue: one.code })}
                    {one.offending !== '' && (
                      <>
                        {' '}
                        <code>{one.offending}</code>
                      </>
                    )}
                  </span>
                  {/* What the reader of packs says beside the code comes in English alone. */}
                  <span className="x-muted" lang="en">
                    {[one.expected !== '' && `expected ${one.expected}`, one.hint]
                      .filter(Boolean)
                      .join(' — ')}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}
