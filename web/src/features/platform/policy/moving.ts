import { client, read } from '~/api/client'
import type { components } from '~/api/schema'

export type Moved = components['schemas']['MovedSubject']
export type What = components['schemas']['WhatBecame']
export const WHATS: readonly What[] = ['opened', 'due_moved', 'reassigned', 'fulfilled', 'ended']

export interface Order {
  from: string
  to: string
  /** Without a reason it is only tried. */
  reason?: string
}

/** Goes through all running records of a version, portion by portion, and tells of each as it comes. */
export async function move({ from, to, reason }: Order, tell: (so_far: readonly Moved[]) => void) {
  const all: Moved[] = []
  let after: string | null = null
  do {
    const portion: components['schemas']['MovedPortion'] = read(
      await client.POST('/policies/{id}/migrate', {
        params: { path: { id: from } },
        body: {
          to,
          dry_run: reason === undefined,
          ...(reason === undefined ? {} : { reason }),
          ...(after === null ? {} : { after }),
        },
      }),
    )
    all.push(...portion.subjects)
    tell(all)
    after = portion.next ?? null
  } while (after !== null)
  return all
}

export interface Sums {
  moved: number
  refused: number
  kept: number
  changed: Record<What, number>
}

/** What became of them all together. */
export function sumsOf(subjects: readonly Moved[]): Sums {
  const sums: Sums = {
    moved: 0,
    refused: 0,
    kept: 0,
    changed: { opened: 0, due_moved: 0, reassigned: 0, fulfilled: 0, ended: 0 },
  }
  for (const { refused, kept, changed } of subjects) {
    if (refused) sums.refused += 1
    else sums.moved += 1
    sums.kept += kept
    for (const { what } of changed) sums.changed[what] += 1
  }
  return sums
}
