import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { useFileNews } from '../project/api'
import styles from '../project/project.module.css'
import { KINDS } from './api'

/** News for everybody in the project, where its evidence stands. */
export function NewsComposer({ id }: { id: string }) {
  const { t } = useTranslation()
  const file = useFileNews()
  const [content, setContent] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('other')
  const said = content.trim()
  const send = () =>
    file.mutate(
      { params: { path: { id } }, body: { kind, content: said } },
      { onSuccess: () => setContent('') },
    )
  return (
    <div className={styles.composer}>
      <Input.TextArea
        aria-label={t('project.news.write')}
        placeholder={t('project.news.write')}
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={20_000}
        value={content}
        onChange={(event) => setContent(event.target.value)}
      />
      {said !== '' && (
        <span className={styles.composerFoot}>
          <Select
            aria-label={t('project.news.source')}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t(`project.news.kind.${value}`) }))}
          />
          <Button type="primary" loading={file.isPending} onClick={send}>
            {t('project.news.file')}
          </Button>
        </span>
      )}
      <ProblemAlert problem={file.error} />
    </div>
  )
}
