import type { Deliverable } from './api'

type Item = Pick<Deliverable['items'][number], 'id' | 'revision' | 'electronic' | 'paper' | 'replaced_at'>

/** The document whose new version one is that brings a file, paper, or both: the newest that has no copy which it lacks. */
export function replacedBy<Document extends Item>(
  brings: { file: boolean; paper: boolean },
  items: readonly Document[],
): Document | undefined {
  return items
    .filter(({ replaced_at }) => !replaced_at)
    .filter(({ electronic, paper }) => (brings.file || !electronic) && (brings.paper || !paper))
    .sort((a, b) => b.revision - a.revision)[0]
}
