export interface Branch {
  id: string
  parent_id?: string | null
  name: string
}

export type Placed<Node extends Branch> = Node & { depth: number }

/** Each department below the one it belongs to, with how deep it stands; one whose parent is not there stands at the top. */
export function inTreeOrder<Node extends Branch>(all: readonly Node[]): Placed<Node>[] {
  const known = new Set(all.map(({ id }) => id))
  const below = (parent: string | undefined, depth: number): Placed<Node>[] =>
    all
      .filter(({ parent_id }) => (parent_id && known.has(parent_id) ? parent_id : undefined) === parent)
      .flatMap((node) => [{ ...node, depth }, ...below(node.id, depth + 1)])
  return below(undefined, 0)
}

/** A department and all below it: where it must not be moved. */
export function idsBelow(all: readonly Branch[], top: string): Set<string> {
  const found = new Set([top])
  for (const { id, parent_id } of inTreeOrder(all)) if (parent_id && found.has(parent_id)) found.add(id)
  return found
}

/** To be picked from: names indented by their depth. */
export const departmentChoices = (all: readonly Branch[]) =>
  inTreeOrder(all).map(({ id, name, depth }) => ({ id, name: `${'　'.repeat(depth)}${name}` }))
