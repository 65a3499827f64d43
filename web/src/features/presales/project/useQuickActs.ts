import {
  type Project,
  useAdvance,
  useArchive,
  useEvaluate,
  useResume,
  useSkip,
  useSummarise,
  useSuspend,
} from './api'

const QUICK = ['advance', 'skip', 'suspend', 'resume', 'summarise', 'evaluate', 'archive'] as const
type Quick = (typeof QUICK)[number]
const isQuick = (act: string): act is Quick => QUICK.some((one) => one === act)

/** What needs nothing but a click: its gate, if one says no, answers with its check list. */
export function useQuickActs(project: Project) {
  const all = {
    advance: useAdvance(),
    skip: useSkip(),
    suspend: useSuspend(),
    resume: useResume(),
    summarise: useSummarise(),
    evaluate: useEvaluate(),
    archive: useArchive(),
  }
  const params = { path: { id: project.id } }
  const running = QUICK.find((act) => all[act].isPending)
  const failed = QUICK.filter((act) => all[act].error !== null).sort(
    (a, b) => all[b].submittedAt - all[a].submittedAt,
  )[0]

  const run = (act: string) => {
    if (!isQuick(act)) return
    for (const one of QUICK) all[one].reset()
    if (act === 'advance') all.advance.mutate({ params, body: { to: project.can.advance_to[0] ?? '' } })
    else if (act === 'skip') all.skip.mutate({ params, body: { stage: project.can.skip ?? '' } })
    else all[act].mutate({ params })
  }
  return {
    runs: isQuick,
    run,
    running,
    pending: running !== undefined,
    problem: failed === undefined ? null : all[failed].error,
  }
}
