import { Link } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { findMembers } from '~/api/people'
import { FormDialog } from '~/features/governance/filing/FormDialog'
import { useRead } from '~/features/governance/notification/api'
import { DueClock } from '~/ui/DueClock'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { FormSheet } from '~/ui/sheet/FormSheet'
import type { SheetField } from '~/ui/sheet/sheet'
import { formOf } from './action'
import { type Obligation, useComplete, useHandOver, useRefuse, useTake, useWaive } from './api'
import type { Step } from './ObligationActions'
import styles from './ObligationPage.module.css'

interface Props {
  obligation: Obligation
  step: Step
  onDone: () => void
}

/** What is done with an obligation, asked where it stands. */
export default function ObligationDialog({ obligation, step, onDone }: Props) {
  switch (step) {
    case 'file': {
      const { kind, id } = obligation.subject
      return <FormDialog form={formOf(obligation.action.address) ?? ''} kind={kind} id={id} onDone={onDone} />
    }
    case 'read':
      return <ReadDialog obligation={obligation} onDone={onDone} />
    case 'take':
      return <TakeDialog obligation={obligation} onDone={onDone} />
    default:
      return <WordsDialog obligation={obligation} step={step} onDone={onDone} />
  }
}

/** A notice that must be read: its words, the way to its record, and the word that it was read. */
function ReadDialog({ obligation, onDone }: Omit<Props, 'step'>) {
  const { t } = useTranslation()
  const read = useRead()
  const { action, subject, name, due_at, why } = obligation
  const id = action.notification ?? ''
  return (
    <Modal
      open
      title={t('obligation.do.read')}
      okText={t('notification.confirm')}
      confirmLoading={read.isPending}
      onOk={() => read.mutate({ params: { path: { id } } }, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <div className={styles.notice}>
        <p className={styles.said}>{name}</p>
        {subject.address && (
          <Link to={subject.address} onClick={onDone}>
            {[subject.number, subject.title].filter(Boolean).join(' · ')}
          </Link>
        )}
        <p className="x-muted">
          <DueClock at={due_at} /> · {why}
        </p>
        <p className="x-muted">{t('notification.confirmMeans')}</p>
        <ProblemAlert problem={read.error} />
      </div>
    </Modal>
  )
}

function TakeDialog({ obligation, onDone }: Omit<Props, 'step'>) {
  const { t } = useTranslation()
  const take = useTake()
  return (
    <Modal
      open
      title={t('obligation.do.take')}
      okText={t('obligation.do.take')}
      confirmLoading={take.isPending}
      onOk={() => take.mutate({ params: { path: { id: obligation.id } } }, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <p>{t('obligation.takeMeans', { name: obligation.name })}</p>
      <ProblemAlert problem={take.error} />
    </Modal>
  )
}

function WordsDialog({
  obligation,
  step,
  onDone,
}: Props & { step: 'complete' | 'hand_over' | 'refuse' | 'waive' }) {
  const { t } = useTranslation()
  const complete = useComplete()
  const handOver = useHandOver()
  const refuse = useRefuse()
  const waive = useWaive()
  const doing = { complete, hand_over: handOver, refuse, waive }[step]
  const words: SheetField = {
    id: 'words',
    name: t(`obligation.words.${step}`),
    type: 'text',
    long: true,
    limit: 2000,
    required: step === 'waive' || step === 'refuse',
    help: t('reason.hint'),
  }
  const fields: SheetField[] =
    step === 'hand_over'
      ? [{ id: 'to', name: t('obligation.to'), type: 'member', required: true }, words]
      : [words]
  const params = { path: { id: obligation.id } }
  return (
    <Modal
      open
      title={`${t(`obligation.do.${step}`)} · ${obligation.name}`}
      footer={null}
      onCancel={onDone}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={fields}
        sources={{ members: findMembers }}
        submitLabel={t(`obligation.do.${step}`)}
        pending={doing.isPending}
        problem={doing.error}
        onSubmit={async ({ to, words: said }) => {
          const note = typeof said === 'string' && said.trim() !== '' ? said.trim() : null
          if (step === 'complete') await complete.mutateAsync({ params, body: { note } })
          else if (step === 'refuse') await refuse.mutateAsync({ params, body: { reason: note ?? '' } })
          else if (step === 'waive') await waive.mutateAsync({ params, body: { words: note ?? '' } })
          else await handOver.mutateAsync({ params, body: { to: String(to), note } })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
