import { client, read } from './client'

/** Colleagues whose name begins so, with their department to tell two of one name apart. */
export async function findMembers(typed: string) {
  const q = typed.trim()
  return members(q === '' ? { limit: 20 } : { q, limit: 20 })
}

/** Colleagues by their ids. */
export const membersNamed = async (ids: readonly string[]) =>
  members({ filter: JSON.stringify({ field: 'id', op: 'in', value: ids }), limit: 200 })

async function members(query: { q?: string; filter?: string; limit: number }) {
  const { items } = read(await client.GET('/directory', { params: { query } }))
  return items.map(({ id, name, department }) => ({ id, name, note: department?.name }))
}
