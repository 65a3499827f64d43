import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'
import { renewProject } from '../project/api'

export type Archive = components['schemas']['ArchiveView']
export type Deliverable = components['schemas']['DeliverableView']

const of = (id: string) => ({ params: { path: { id } } })

export const archiveQuery = (project: string) =>
  api.queryOptions('get', '/projects/{id}/archive', of(project))

/** Looks at every document of a closed archive, when asked. */
export const verifyArchive = async (project: string) =>
  read(await client.GET('/projects/{id}/archive/verify', of(project)))

export interface NewDocument {
  deliverable: string
  title: string | null
  /** Undefined where only paper is kept. */
  file: File | undefined
  /** Where the paper lies, if there is some. */
  place: string | null
  /** The document whose place it takes. */
  replaces: string | undefined
}

/** The words first, the bytes last. */
export async function fileDocument(project: string, document: NewDocument) {
  const form = new FormData()
  form.append('deliverable', document.deliverable)
  if (document.title !== null) form.append('title', document.title)
  if (document.place !== null) {
    form.append('paper', 'true')
    form.append('place', document.place)
  }
  if (document.replaces !== undefined) form.append('replaces', document.replaces)
  if (document.file !== undefined) form.append('file', document.file)
  const filed = read(
    await client.POST('/projects/{id}/archive-items', {
      ...of(project),
      body: { deliverable: document.deliverable },
      bodySerializer: () => form,
    }),
  )
  void queryClient.invalidateQueries({ queryKey: archiveQuery(project).queryKey })
  renewProject(project)
  return filed
}
