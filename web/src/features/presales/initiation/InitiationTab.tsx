import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '~/api/client'
import { problemOf } from '~/api/problem'
import { approvalQuery } from '~/features/governance/approval/api'
import { Steps } from '~/features/governance/approval/Steps'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { GateChecklist } from '~/ui/GateChecklist'
import { InstantText } from '~/ui/InstantText'
import { MoneyText } from '~/ui/MoneyText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { FormSheet } from '~/ui/sheet/FormSheet'
import { isMoney } from '~/ui/sheet/sheet'
import type { Project } from '../project/api'
import styles from '../project/project.module.css'
import { textOf } from '../project/sheet'
import {
  type Initiation,
  initiationsQuery,
  submitGateQuery,
  useDraft,
  useSubmit,
  useUpdateInitiation,
  useWithdrawInitiation,
} from './api'

const TONES: Record<string, Tone> = {
  draft: 'plain',
  submitted: 'accent',
  in_review: 'accent',
  approved: 'kept',
  returned: 'near',
  rejected: 'late',
}

/** The application of a project: what it asks for, what is missing, where its review stands, and its earlier versions. */
export function InitiationTab({ project }: { project: Project }) {
  const { t } = useTranslation()
  const all = useQuery(initiationsQuery(project.id))
  const [open, setOpen] = useState(false)
  const newest = all.data?.items[0]
  const begin = all.data?.can.includes('initiation.draft') && (
    <Button type={newest === undefined ? 'primary' : 'default'} onClick={() => setOpen(true)}>
      {t(newest === undefined ? 'initiation.begin' : 'initiation.revise')}
    </Button>
  )
  if (all.error !== null) return <ProblemAlert problem={all.error} onRetry={() => all.refetch()} />
  if (all.data === undefined) return <Skeleton active title={false} />
  return (
    <>
      {newest === undefined ? (
        <Card flush>
          <EmptyState title={t('initiation.none.title')} action={begin}>
            {t('initiation.none.detail')}
          </EmptyState>
        </Card>
      ) : (
        <Newest initiation={newest} extra={begin} />
      )}
      {newest?.approval_id && <Review id={newest.approval_id} />}
      {all.data.items.length > 1 && (
        <Card title={t('initiation.before')} flush>
          <ul className={styles.rows}>
            {all.data.items.slice(1).map((one) => (
              <li key={one.id}>
                <span className={styles.words}>
                  <span>
                    {one.number} · {t('initiation.revision', { number: one.revision })} <State of={one} />
                  </span>
                  {one.note && <span className="x-muted">{one.note}</span>}
                </span>
                <span className={styles.buttons}>
                  <MoneyText money={one.budget} short />
                  <InstantText at={one.decided_at ?? one.updated_at} day />
                  {one.approval_id && (
                    <Link to="/approvals/$id" params={{ id: one.approval_id }}>
                      {t('initiation.review')}
                    </Link>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {open && <DraftDialog project={project} onDone={() => setOpen(false)} />}
    </>
  )
}

function State({ of: { state } }: { of: Initiation }) {
  const { t } = useTranslation()
  return <StateTag tone={TONES[state] ?? 'plain'}>{t(`initiation.state.${state}`)}</StateTag>
}

function Newest({ initiation, extra }: { initiation: Initiation; extra: ReactNode }) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const withdraw = useWithdrawInitiation()
  const [changing, setChanging] = useState(false)
  const may = (act: string) => initiation.can.includes(`initiation.${act}`)
  const gate = useQuery({ ...submitGateQuery(initiation.id), enabled: may('submit') })
  const params = { path: { id: initiation.id } }
  const missing = gate.data?.items.filter(({ met }) => !met).length ?? 0
  // The list above says already what is missing.
  const listed = submit.error !== null && problemOf(submit.error).code === 'gate-not-met' && missing > 0
  return (
    <Card
      title={`${initiation.number} · ${t('initiation.revision', { number: initiation.revision })}`}
      note={<State of={initiation} />}
      extra={extra}
    >
      <dl className={styles.texts}>
        <div>
          <dt className="x-muted">{t('initiation.budget')}</dt>
          <dd>
            <MoneyText money={initiation.budget} />
          </dd>
        </div>
        <div>
          <dt className="x-muted">{t('initiation.applicant')}</dt>
          <dd>{initiation.owner?.name ?? '–'}</dd>
        </div>
        {initiation.note && (
          <div>
            <dt className="x-muted">{t('initiation.note')}</dt>
            <dd>{initiation.note}</dd>
          </div>
        )}
        {initiation.submitted_at && (
          <div>
            <dt className="x-muted">{t('initiation.submittedAt')}</dt>
            <dd>
              <InstantText at={initiation.submitted_at} />
            </dd>
          </div>
        )}
        {initiation.decided_at && (
          <div>
            <dt className="x-muted">{t('initiation.decidedAt')}</dt>
            <dd>
              <InstantText at={initiation.decided_at} />
            </dd>
          </div>
        )}
      </dl>
      {may('submit') && gate.data && gate.data.items.length > 0 && (
        <>
          <p role={listed ? 'alert' : undefined} className={listed ? 'x-late' : styles.lead}>
            {missing > 0 ? t('initiation.missing', { count: missing }) : t('initiation.complete')}
          </p>
          <GateChecklist items={gate.data.items} />
        </>
      )}
      <ProblemAlert problem={listed ? withdraw.error : (submit.error ?? withdraw.error)} />
      <span className={styles.buttons}>
        {may('withdraw') && (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
            {t('initiation.withdraw')}
          </Button>
        )}
        {initiation.state === 'draft' && may('draft') && (
          <Button onClick={() => setChanging(true)}>{t('initiation.change')}</Button>
        )}
        {may('submit') && (
          <Button
            type="primary"
            loading={submit.isPending}
            onClick={() => submit.mutate({ params, body: {} })}
          >
            {t('initiation.submit')}
          </Button>
        )}
      </span>
      {changing && <ChangeDialog initiation={initiation} onDone={() => setChanging(false)} />}
    </Card>
  )
}

function Review({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...approvalQuery(id), retry: false })
  if (data === undefined) return null
  return (
    <>
      <Steps steps={data.steps} />
      <p>
        <Link to="/approvals/$id" params={{ id }}>
          {t('initiation.toReview')}
        </Link>
      </p>
    </>
  )
}

interface SheetProps {
  title: string
  initial: { budget: Initiation['budget']; note: string | null }
  label: string
  pending: boolean
  problem: unknown
  onSubmit: (body: {
    budget: NonNullable<Initiation['budget']> | null
    note: string | null
  }) => Promise<unknown>
  onDone: () => void
}

function Sheet({ title, initial, label, pending, problem, onSubmit, onDone }: SheetProps) {
  const { t } = useTranslation()
  return (
    <Modal open title={title} footer={null} onCancel={onDone} mask={{ closable: false }}>
      <FormSheet
        fields={[
          { id: 'budget', name: t('initiation.budget'), type: 'money', help: t('initiation.budgetHelp') },
          { id: 'note', name: t('initiation.note'), type: 'text', long: true, limit: 2000 },
        ]}
        initial={{ budget: initial.budget ?? null, note: initial.note }}
        submitLabel={label}
        pending={pending}
        problem={problem}
        onSubmit={async ({ budget, note }) => {
          await onSubmit({ budget: isMoney(budget) ? budget : null, note: textOf(note) })
          onDone()
        }}
        onCancel={onDone}
      />
    </Modal>
  )
}

function DraftDialog({ project, onDone }: { project: Project; onDone: () => void }) {
  const { t } = useTranslation()
  const draft = useDraft()
  return (
    <Sheet
      title={t('initiation.begin')}
      initial={{ budget: null, note: null }}
      label={t('initiation.begin')}
      pending={draft.isPending}
      problem={draft.error}
      onSubmit={(body) => draft.mutateAsync({ params: { path: { id: project.id } }, body })}
      onDone={onDone}
    />
  )
}

function ChangeDialog({ initiation, onDone }: { initiation: Initiation; onDone: () => void }) {
  const { t } = useTranslation()
  const update = useUpdateInitiation()
  const { budget, note, version } = initiation
  return (
    <Sheet
      title={t('initiation.change')}
      initial={{ budget, note: note ?? null }}
      label={t('project.save')}
      pending={update.isPending}
      problem={update.error}
      onSubmit={(body) =>
        update.mutateAsync({ params: { path: { id: initiation.id }, header: ifMatch(version) }, body })
      }
      onDone={onDone}
    />
  )
}
