import { api, client, queryClient, type Read, read } from '~/api/client'
import type { components } from '~/api/schema'

export type ExportRun = components['schemas']['ExportRunView']

export const exportQuery = (id: string) =>
  api.queryOptions('get', '/exports/{id}', { params: { path: { id } } })
export const loadExports = async (cursor: string | undefined) =>
  read(await client.GET('/exports', { params: { query: cursor === undefined ? {} : { cursor } } }))
export const sharedQuery = (token: string) =>
  api.queryOptions('get', '/public/shared/{token}', { params: { path: { token } } })

export type Shared = Read<'/public/shared/{token}'>

export const useAskExport = () => api.useMutation('post', '/customers/export', { onSuccess: keep })
export const useAskShare = () => api.useMutation('post', '/customers/{id}/share', { onSuccess: keep })
export const useMake = () =>
  api.useMutation('post', '/exports/{id}/make', { onSuccess: ({ run }) => keep(run) })
export const useEnd = () => api.useMutation('post', '/exports/{id}/end', { onSuccess: keep })

function keep(run: ExportRun) {
  queryClient.setQueryData(exportQuery(run.id).queryKey, run)
  void queryClient.invalidateQueries({ queryKey: ['exports'] })
}

/** Reads the file and hands it to the browser; that it was read is evidence. */
export async function download(id: string) {
  const { data, error } = await client.POST('/exports/{id}/download', {
    params: { path: { id } },
    parseAs: 'blob',
  })
  if (error !== undefined) throw error
  hand(data)
  void queryClient.invalidateQueries({ queryKey: exportQuery(id).queryKey })
}

/** The same for somebody outside, with the link's token. */
export async function open(token: string) {
  const { data, error } = await client.POST('/public/shared/{token}', {
    params: { path: { token } },
    parseAs: 'blob',
  })
  if (error !== undefined) throw error
  hand(data)
}

function hand(bytes: unknown) {
  if (!(bytes instanceof Blob)) return
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = 'customers.csv'
  link.click()
  URL.revokeObjectURL(address)
}
