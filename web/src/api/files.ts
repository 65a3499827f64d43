import { client, read } from './client'
import { send } from './fetching'

/** Files on a record, oldest first. */
export const loadFiles = async (kind: string, id: string) =>
  read(await client.GET('/files', { params: { query: { subject_kind: kind, subject_id: id } } }))

export const fileAddress = (id: string) => `/api/v1/files/${id}/content`

/** Attaches a file to a record. The record goes first, the bytes last: the server reads them in this order. */
export async function uploadFile(
  kind: string,
  id: string,
  file: File,
): Promise<{ id: string; name: string }> {
  const form = new FormData()
  form.append('subject_kind', kind)
  form.append('subject_id', id)
  form.append('file', file)
  const headers = { 'Accept-Language': document.documentElement.lang }
  const address = `${location.origin}/api/v1/files`
  const answer = await send(new Request(address, { method: 'POST', body: form, headers }))
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok || !isKept(body)) throw body
  return { id: body.id, name: body.name }
}

const isKept = (body: unknown): body is { id: string; name: string } =>
  typeof body === 'object' &&
  body !== null &&
  'id' in body &&
  typeof body.id === 'string' &&
  'name' in body &&
  typeof body.name === 'string'
