import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '~/api/client'
import { uploadFile } from '~/api/files'

export interface Attached {
  id: string
  name: string
}

/** Files that go with an answer: stored on the inquiry as soon as they are chosen, taken away again if one thinks better of it. */
export function useAttached(
  inquiry: string,
  held: readonly Attached[],
  onChange: (files: Attached[]) => void,
) {
  const [failed, setFailed] = useState<unknown>(null)
  const archive = api.useMutation('post', '/files/{id}/archive')
  const upload = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      let files = [...held]
      for (const file of chosen) {
        files = [...files, await uploadFile('inquiry', inquiry, file)]
        onChange(files)
      }
    },
    onMutate: () => setFailed(null),
    onError: setFailed,
  })
  return {
    attach: (chosen: readonly File[]) => upload.mutate(chosen),
    remove: (id: string) => {
      onChange(held.filter((file) => file.id !== id))
      archive.mutate({ params: { path: { id } } })
    },
    pending: upload.isPending,
    problem: failed ?? archive.error,
  }
}
