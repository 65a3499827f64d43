import { DeleteOutlined, PaperClipOutlined, SendOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { draftOf, dropDraft, keepDraft } from '~/ui/sheet/drafts'
import { isFile, isRows } from '~/ui/sheet/sheet'
import { usePhone } from '~/ui/usePhone'
import { CHANNELS, type Channel, type Inquiry, useHearMessage, useReplyInquiry } from './api'
import styles from './Conversation.module.css'
import { oneOf, textOf } from './sheet'
import { type Attached, useAttached } from './useAttached'

type Way = 'reply' | 'hear'

interface Draft {
  body: string
  source: string
  channel: Channel
  isAnswer: boolean
  files: Attached[]
}

/** Where an answer is written, or what the customer said by phone is noted. What is typed is kept until it is sent. */
export function Composer({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation()
  const { can, id } = inquiry
  const ways: Way[] = [...(can.reply ? (['reply'] as const) : []), ...(can.update ? (['hear'] as const) : [])]
  const [chosen, setWay] = useState<Way>('reply')
  const way = ways.includes(chosen) ? chosen : (ways[0] ?? 'reply')
  const reply = useReplyInquiry()
  const hear = useHearMessage()
  const key = `inquiry.${id}.${way}`
  return (
    <div className={styles.ways}>
      {ways.length > 1 && (
        <div className={styles.hint}>
          <Segmented
            size="small"
            aria-label={t('message.way.label')}
            value={way}
            onChange={setWay}
            options={ways.map((value) => ({ value, label: t(`message.way.${value}`) }))}
          />
        </div>
      )}
      <Sheet
        key={key}
        draftKey={key}
        inquiry={inquiry}
        answers={way === 'reply'}
        pending={reply.isPending || hear.isPending}
        problem={way === 'reply' ? reply.error : hear.error}
        onSend={({ body, source, channel, isAnswer, files }) =>
          way === 'reply'
            ? reply.mutateAsync({
                params: { path: { id } },
                body: {
                  body,
                  channel,
                  source: source === '' ? null : source,
                  is_answer: isAnswer,
                  files: files.map((file) => file.id),
                },
              })
            : hear.mutateAsync({ params: { path: { id } }, body: { body, channel } })
        }
      />
    </div>
  )
}

interface SheetProps {
  draftKey: string
  inquiry: Inquiry
  answers: boolean
  pending: boolean
  problem: unknown
  onSend: (draft: Draft) => Promise<unknown>
}

function Sheet({ draftKey, inquiry, answers, pending, problem, onSend }: SheetProps) {
  const { t } = useTranslation()
  const id = useId()
  const may = useMay()
  const phone = usePhone()
  const usual = usualOf(inquiry, answers)
  const [draft, setDraft] = useState<Draft>(() => readDraft(draftKey, usual))
  const change = (next: Partial<Draft>) =>
    setDraft((before) => {
      const whole = { ...before, ...next }
      keepDraft(draftKey, { ...whole, files: whole.files.map((file) => ({ ...file })) })
      return whole
    })
  const attached = useAttached(inquiry.id, draft.files, (files) => change({ files }))
  const ready = draft.body.trim() !== '' && !attached.pending
  const send = async () => {
    if (!ready || pending) return
    try {
      await onSend({ ...draft, body: draft.body.trim(), source: draft.source.trim() })
      dropDraft(draftKey)
      setDraft(usual)
    } catch {
      // Shown by `problem`; the draft stays.
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
  }
  return (
    <div className={`${styles.composer} ${ready ? styles.filled : ''}`} data-at-thumb>
      <label htmlFor={id} className="x-hidden">
        {t(answers ? 'message.way.reply' : 'message.way.hear')}
      </label>
      <Input.TextArea
        id={id}
        value={draft.body}
        maxLength={50_000}
        autoSize={{ minRows: phone ? 1 : 2, maxRows: phone ? 6 : 12 }}
        placeholder={t(answers ? 'message.replyHint' : 'message.hearHint')}
        onChange={(event) => change({ body: event.target.value })}
        onKeyDown={onKeyDown}
      />
      {answers && (
        <div className={`${styles.line} ${styles.aside}`}>
          <Input
            className={styles.source}
            value={draft.source}
            maxLength={2_000}
            aria-label={t('inquiry.field.answer_source')}
            placeholder={t('message.sourceHint')}
            onChange={(event) => change({ source: event.target.value })}
          />
          <Checkbox checked={draft.isAnswer} onChange={(event) => change({ isAnswer: event.target.checked })}>
            {t('message.isAnswer')}
          </Checkbox>
        </div>
      )}
      {draft.files.length > 0 && (
        <ul className={styles.files} aria-label={t('message.attachments')}>
          {draft.files.map((file) => (
            <li key={file.id}>
              <PaperClipOutlined aria-hidden /> {file.name}
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('engage.file.remove', { name: file.name })}
                onClick={() => attached.remove(file.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <ProblemAlert problem={attached.problem ?? problem} />
      <div className={styles.line}>
        {answers && may('file.upload') && <Attach pending={attached.pending} onChoose={attached.attach} />}
        <Select
          className={styles.channel}
          aria-label={t('inquiry.field.channel')}
          value={draft.channel}
          onChange={(channel: Channel) => change({ channel })}
          options={CHANNELS.map((value) => ({ value, label: t(`inquiry.channel.${value}`) }))}
        />
        <Button
          type="primary"
          className={styles.send ?? ''}
          icon={<SendOutlined aria-hidden />}
          disabled={!ready}
          loading={pending}
          onClick={send}
          title={t('message.sendKeys')}
        >
          {t(answers ? 'message.send' : 'message.note')}
        </Button>
      </div>
    </div>
  )
}

function Attach({ pending, onChoose }: { pending: boolean; onChoose: (files: readonly File[]) => void }) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        icon={<PaperClipOutlined aria-hidden />}
        loading={pending}
        onClick={() => picker.current?.click()}
        title={t('message.attach')}
        aria-label={t('message.attach')}
      />
      <input
        ref={picker}
        type="file"
        multiple
        className="x-hidden"
        tabIndex={-1}
        aria-label={t('message.attachments')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          if (chosen.length > 0) onChoose(chosen)
          event.target.value = ''
        }}
      />
    </>
  )
}

/** The first answer usually is the answer; a question that came over the web is answered by mail where there is an address. */
export function usualOf(inquiry: Inquiry, answers: boolean): Draft {
  const byMail = inquiry.channel === 'web' && Boolean(inquiry.sender_email)
  return {
    body: '',
    source: '',
    channel: answers && byMail ? 'mail' : inquiry.channel,
    isAnswer: !inquiry.answer,
    files: [],
  }
}

export function readDraft(key: string, usual: Draft): Draft {
  const kept = draftOf(key)
  if (kept === undefined) return usual
  return {
    body: textOf(kept.body) ?? '',
    source: textOf(kept.source) ?? '',
    channel: oneOf(CHANNELS, kept.channel) ?? usual.channel,
    isAnswer: typeof kept.isAnswer === 'boolean' ? kept.isAnswer : usual.isAnswer,
    files: isRows(kept.files) ? kept.files.flatMap((one) => (isFile(one) ? [one] : [])) : [],
  }
}
