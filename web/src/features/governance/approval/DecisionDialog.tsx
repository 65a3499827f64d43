import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { uploadFile } from '~/api/files'
import { findMembers } from '~/api/people'
import { filedOf, sheetOf } from '~/features/governance/filing/sheet'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { isRows, type SheetField, type Values } from '~/ui/sheet/sheet'
import {
  type ApprovalPage,
  formQuery,
  useAddSigner,
  useApprove,
  useHandOverDecision,
  useReject,
  useReturn,
  useWithdraw,
} from './api'

export type Verdict = 'approve' | 'return' | 'reject' | 'withdraw' | 'hand_over' | 'add_signer'

interface Props {
  request: ApprovalPage
  verdict: Verdict
  onDone: () => void
}

/** A decision with what the step asks for: the opinion sheet, conditions, words. */
export function DecisionDialog({ request, verdict, onDone }: Props) {
  const { t } = useTranslation()
  const act = useVerdict(request, verdict)
  const open = request.steps.find(({ state }) => state === 'open')
  const form = verdict === 'approve' ? (open?.form ?? undefined) : undefined
  const { subject } = request
  const opinion = useQuery({
    ...formQuery(form ?? '', subject?.kind ?? '', subject?.id ?? ''),
    enabled: form !== undefined && subject !== undefined && subject !== null,
  })
  const waiting = form !== undefined && opinion.data === undefined && opinion.error === null
  const sheet = opinion.data === undefined ? [] : sheetOf(opinion.data, t)
  const fields = [...sheet.map((field) => inOpinion(field)), ...ownFields()]
  return (
    <Modal
      open
      title={`${t(`approval.do.${verdict}`)} · ${request.name}`}
      footer={null}
      onCancel={onDone}
      width={640}
      mask={{ closable: false }}
    >
      {waiting ? (
        <Skeleton active title={false} />
      ) : (
        <FormSheet
          fields={fields}
          initial={initial()}
          draft={`approval.${request.id}.${verdict}`}
          sources={{
            members: findMembers,
            upload: async (chosen) => {
              const kept = await uploadFile(subject?.kind ?? '', subject?.id ?? '', chosen)
              return { id: kept.id, name: kept.name }
            },
          }}
          submitLabel={t(`approval.do.${verdict}`)}
          pending={act.pending}
          problem={act.problem ?? opinion.error}
          onSubmit={async (values) => {
            await act.run(values, form !== undefined)
            onDone()
          }}
          onCancel={onDone}
        />
      )}
    </Modal>
  )

  function ownFields(): SheetField[] {
    const words: SheetField = {
      id: 'words',
      name: t(`approval.words.${verdict}`),
      type: 'text',
      long: true,
      limit: 4000,
      required: verdict === 'return' || verdict === 'reject',
      help: t('reason.hint'),
    }
    const member: SheetField = { id: 'member', name: t('approval.member'), type: 'member', required: true }
    const earlier = request.steps.filter(
      ({ place, round }) => open !== undefined && round === open.round && place < open.place,
    )
    switch (verdict) {
      case 'approve':
        return open?.conditions
          ? [words, { id: 'conditions', name: t('approval.conditions'), type: 'actions' }]
          : [words]
      case 'return':
        return earlier.length === 0
          ? [words]
          : [
              words,
              {
                id: 'to_step',
                name: t('approval.toStep'),
                type: 'choice',
                choices: [
                  { id: 'asker', name: t('approval.toAsker') },
                  ...earlier.map(({ place, name }) => ({
                    id: String(place),
                    name: name ?? t('approval.step', { number: place + 1 }),
                  })),
                ],
              },
            ]
      case 'hand_over':
        return [member, words]
      case 'add_signer':
        return [member]
      default:
        return [words]
    }
  }

  function initial(): Values {
    const given = Object.entries(opinion.data?.values ?? {}).map(([id, value]) => [OPINION + id, value])
    return { to_step: 'asker', ...Object.fromEntries(given) }
  }
}

const OPINION = 'opinion:'
const inOpinion = (field: SheetField): SheetField => ({ ...field, id: OPINION + field.id })

/** The values of the opinion sheet alone, as the server reads them. */
export function opinionOf(values: Values): Record<string, unknown> {
  const own = Object.entries(values).filter(([id]) => id.startsWith(OPINION))
  return filedOf(Object.fromEntries(own.map(([id, value]) => [id.slice(OPINION.length), value]))).fields
}

function useVerdict(request: ApprovalPage, verdict: Verdict) {
  const approve = useApprove()
  const sendBack = useReturn()
  const reject = useReject()
  const withdraw = useWithdraw()
  const handOver = useHandOverDecision()
  const addSigner = useAddSigner()
  const all = { approve, return: sendBack, reject, withdraw, hand_over: handOver, add_signer: addSigner }
  const { isPending, error } = all[verdict]
  const where = { params: { path: { id: request.id }, header: ifMatch(request.version) } }

  const run = (values: Values, formed: boolean) => {
    const said = typeof values.words === 'string' && values.words.trim() !== '' ? values.words.trim() : null
    const member = String(values.member)
    switch (verdict) {
      case 'approve': {
        const opinion = formed ? opinionOf(values) : null
        return approve.mutateAsync({
          ...where,
          body: { words: said, opinion, conditions: conditionsOf(values) },
        })
      }
      case 'return': {
        const to_step = values.to_step === 'asker' || !values.to_step ? null : Number(values.to_step)
        return sendBack.mutateAsync({ ...where, body: { words: said ?? '', to_step } })
      }
      case 'reject':
        return reject.mutateAsync({ ...where, body: { words: said ?? '' } })
      case 'withdraw':
        return withdraw.mutateAsync({ ...where, body: { words: said } })
      case 'hand_over':
        return handOver.mutateAsync({ ...where, body: { member, words: said } })
      case 'add_signer':
        return addSigner.mutateAsync({ ...where, body: { member } })
    }
  }
  return { pending: isPending, problem: error, run }
}

/** Each row becomes somebody's obligation. */
export function conditionsOf({ conditions }: Values) {
  if (!isRows(conditions)) return []
  return conditions.map(({ what, owner, due_on }) => ({
    what: String(what),
    owner: String(owner),
    due_on: String(due_on),
  }))
}
