import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { memberSources } from '~/features/engage/people'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { isMoney, type SheetField, type Values } from '~/ui/sheet/sheet'
import { type Project, useDrop, useLose, useReturn, useTransfer, useWin } from './api'
import { textOf } from './sheet'
import { nameOfStage } from './stages'

const ORDER = ['update', 'return', 'skip', 'win', 'lose', 'drop', 'transfer', 'suspend', 'evaluate'] as const

/** The buttons of a project: what goes on with it is filled, the rest stands behind one. */
export function actsOf({ can, state }: Project): { main: string | undefined; rest: string[] } {
  const may = (act: string) => can.actions.includes(`project.${act}`)
  const goesOn = ['advance', 'resume', 'summarise', 'archive'].filter((act) =>
    act === 'advance' ? can.advance_to.length > 0 : may(act),
  )
  const main = state === 'won' && may('summarise') ? 'summarise' : goesOn[0]
  const others = [...goesOn.filter((act) => act !== main), ...ORDER].filter((act) => {
    if (act === 'return') return can.return_to.length > 0
    if (act === 'skip') return Boolean(can.skip)
    return act === 'advance' || may(act)
  })
  return { main, rest: others.map((act) => (act === 'update' ? 'edit' : act)) }
}

interface Props {
  project: Project
  act: string
  onDone: () => void
}

/** What an action asks for before it is done. */
export function ActDialog({ project, act, onDone }: Props) {
  const { t } = useTranslation()
  const sendBack = useReturn()
  const win = useWin()
  const lose = useLose()
  const drop = useDrop()
  const transfer = useTransfer()
  const params = { path: { id: project.id } }
  const chosen = (choices: Project['reasons']['won'], required: boolean): SheetField => ({
    id: 'reason',
    name: t('project.reasonOf'),
    type: choices.length > 0 ? 'choice' : 'text',
    required,
    choices,
  })
  const words = (required: boolean): SheetField => ({
    id: 'words',
    name: t('reason.label'),
    type: 'text',
    long: true,
    required,
    limit: 2000,
    help: t('reason.hint'),
  })
  const why = (choices: Project['reasons']['won']) => [chosen(choices, true), words(true)]
  const body = (values: Values) => ({ reason: String(values.reason), words: String(values.words) })
  const acts = {
    return: {
      doing: sendBack,
      fields: [
        {
          id: 'to',
          name: t('project.returnTo'),
          type: 'choice',
          required: true,
          choices: project.can.return_to.map((id) => ({ id, name: nameOfStage(project, id) })),
        },
      ] satisfies SheetField[],
      run: ({ to }: Values) => sendBack.mutateAsync({ params, body: { to: String(to) } }),
    },
    win: {
      doing: win,
      fields: [
        { id: 'amount', name: t('project.wonAmount'), type: 'money', required: true },
        { id: 'signed_on', name: t('project.signedOn'), type: 'date', required: true },
        ...(project.reasons.won.length > 0 || project.reasons.won_required
          ? [chosen(project.reasons.won, project.reasons.won_required), words(false)]
          : []),
      ] satisfies SheetField[],
      run: ({ amount, signed_on, reason, words: said }: Values) =>
        win.mutateAsync({
          params,
          body: {
            amount: isMoney(amount) ? amount : { amount: 0, currency: 'CNY' },
            signed_on: String(signed_on),
            reason: textOf(reason),
            words: textOf(said),
          },
        }),
    },
    lose: {
      doing: lose,
      fields: why(project.reasons.lost),
      run: (values: Values) => lose.mutateAsync({ params, body: body(values) }),
    },
    drop: {
      doing: drop,
      fields: why(project.reasons.dropped),
      run: (values: Values) => drop.mutateAsync({ params, body: body(values) }),
    },
    transfer: {
      doing: transfer,
      fields: [
        { id: 'to', name: t('project.transferTo'), type: 'member', required: true },
        { ...words(true), id: 'reason', limit: 500 },
      ] satisfies SheetField[],
      run: ({ to, reason }: Values) =>
        transfer.mutateAsync({ params, body: { to: String(to), reason: String(reason) } }),
    },
  }
  if (act !== 'return' && act !== 'win' && act !== 'lose' && act !== 'drop' && act !== 'transfer') return null
  const { doing, fields, run } = acts[act]
  return (
    <Modal
      open
      title={`${t(`project.act.${act}`)} · ${project.name}`}
      footer={null}
      onCancel={onDone}
      mask={{ closable: false }}
    >
      <FormSheet
        fields={fields}
        initial={act === 'win' ? { amount: project.amount ?? null } : {}}
        sources={memberSources}
        submitLabel={t(`project.act.${act}`)}
        pending={doing.isPending}
        problem={doing.error}
        onSubmit={async (values) => {
          await run(values)
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}
