import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldAttributes } from '../Field'
import { ProblemAlert } from '../ProblemAlert'
import { isFile, type SheetSources, type Value } from './sheet'

interface Props {
  value: Value | undefined
  onChange: (file: Value) => void
  attributes: FieldAttributes
  upload: SheetSources['upload']
}

/** A file, stored as soon as it is chosen. */
export function FileControl({ value, onChange, attributes, upload }: Props) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const sending = useMutation({
    mutationFn: async (file: File) => {
      if (upload === undefined) throw new Error('this sheet takes no files')
      return upload(file)
    },
    onSuccess: onChange,
  })
  const held = isFile(value) ? value : undefined
  return (
    <div>
      {held && <span>{held.name} </span>}
      <Button
        loading={sending.isPending}
        disabled={upload === undefined}
        onClick={() => picker.current?.click()}
      >
        {held ? t('form.file.replace') : t('form.file.choose')}
      </Button>
      <input
        ref={picker}
        id={attributes.id}
        type="file"
        className="x-hidden"
        tabIndex={-1}
        aria-describedby={attributes['aria-describedby']}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) sending.mutate(file)
          event.target.value = ''
        }}
      />
      <ProblemAlert problem={sending.error} />
    </div>
  )
}
