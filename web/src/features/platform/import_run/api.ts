import { api, client, queryClient, read } from '~/api/client'
import { send } from '~/api/fetching'
import type { components } from '~/api/schema'

export type ImportRun = components['schemas']['ImportRunView']
export type ImportPreview = components['schemas']['ImportPreview']
export type ImportField = components['schemas']['ImportFieldView']
export type ImportReason = components['schemas']['ImportReasonView']
export type OnDuplicate = components['schemas']['ImportOnDuplicate']

/** Something is going on that the page should show. */
export const isWorking = (run: ImportRun) => ['checking', 'running', 'undoing'].includes(run.state)

export const importQuery = (id: string) =>
  api.queryOptions('get', '/imports/{id}', { params: { path: { id } } })
export const previewQuery = (id: string) =>
  api.queryOptions('get', '/imports/{id}/preview', { params: { path: { id } } })

export const loadImports = async (cursor: string | undefined) =>
  read(await client.GET('/imports', { params: { query: cursor === undefined ? {} : { cursor } } }))

export async function loadRows(id: string, outcome: 'failed' | 'skipped', cursor: string | undefined) {
  const query = cursor === undefined ? { outcome } : { outcome, cursor: Number(cursor) }
  return read(await client.GET('/imports/{id}/rows', { params: { path: { id }, query } }))
}

export const useMap = () => api.useMutation('post', '/imports/{id}/map', { onSuccess: keep })
export const useCheck = () => api.useMutation('post', '/imports/{id}/check', { onSuccess: keep })
export const useStart = () => api.useMutation('post', '/imports/{id}/start', { onSuccess: keep })
export const useCancel = () => api.useMutation('post', '/imports/{id}/cancel', { onSuccess: keep })
export const useUndo = () => api.useMutation('post', '/imports/{id}/undo', { onSuccess: keep })

function keep(run: ImportRun) {
  queryClient.setQueryData(importQuery(run.id).queryKey, run)
  void queryClient.invalidateQueries({ queryKey: previewQuery(run.id).queryKey })
  void queryClient.invalidateQueries({ queryKey: ['imports'] })
}

/** Where the rows that could not be taken in lie, as a file to mend. */
export const failedRows = (id: string, format: 'csv' | 'xlsx') =>
  `/api/v1/imports/${id}/failed-rows?format=${format}`

/** Brings a file in; answers the id of its import. The kind goes first, the bytes last: the server reads them in this order. */
export async function uploadImport(kind: string, file: File): Promise<string> {
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', file)
  const headers = { 'Accept-Language': document.documentElement.lang }
  const address = `${location.origin}/api/v1/imports`
  const answer = await send(new Request(address, { method: 'POST', body: form, headers }))
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok || !isMade(body)) throw body
  return body.id
}

const isMade = (body: unknown): body is { id: string } =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string'
