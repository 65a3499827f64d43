interface Staged {
  stage?: string | null
  standing: string
}

/** Documents under the stage that asks for them, in the order of the stages; what no stage asks for comes last. What is not asked here is left out. */
export function byStage<Document extends Staged>(
  documents: readonly Document[],
  stages: readonly string[],
): [string, Document[]][] {
  const asked = documents.filter(({ standing }) => standing !== 'not_asked')
  const groups = [...stages, ''].map((stage): [string, Document[]] => [
    stage,
    asked.filter((one) => (one.stage && stages.includes(one.stage) ? one.stage : '') === stage),
  ])
  return groups.filter(([, items]) => items.length > 0)
}
