import { useTranslation } from 'react-i18next'
import type { ImportField } from './api'

/** What people call a field: a pack's own brings its name along. */
export function useFieldName(kind: string) {
  const { t } = useTranslation()
  return ({ name, label }: Pick<ImportField, 'name' | 'label'>) => label ?? t(`import.field.${kind}.${name}`)
}
