import { client, read } from './client'

/** Colleagues whose name begins so, with their department to tell two of one name apart. */
export async function findMembers(typed: string) {
  const q = typed.trim()
  const query = q === '' ? { limit: 20 } : { q, limit: 20 }
  const { items } = read(await client.GET('/directory', { params: { query } }))
  return items.map(({ id, name, department }) => ({ id, name, note: department?.name }))
}
