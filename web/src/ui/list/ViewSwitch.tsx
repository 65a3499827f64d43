import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Filter, filterOf } from './filter'
import type { ListSearch } from './search'
import styles from './ViewSwitch.module.css'

export interface View {
  key: string
  name: string
  /** Its conditions; none for everything. */
  parts: readonly Filter[]
}

interface Props<Search extends ListSearch> {
  views: readonly View[]
  search: Search
  onSearch: (search: Search) => void
}

/** The usual ways to look at a list. A view is nothing but its filter, so the address says which one is open. */
export function ViewSwitch<Search extends ListSearch>({ views, search, onSearch }: Props<Search>) {
  const { t } = useTranslation()
  const open = viewOf(views, search.filter)
  const show = (key: string) => {
    const { filter: _filter, ...rest } = search
    const filter = filterOf(views.find((view) => view.key === key)?.parts ?? [])
    onSearch({ ...search, ...rest, filter })
  }
  return (
    <div className={styles.views}>
      <Segmented
        aria-label={t('list.views')}
        value={open?.key ?? ''}
        onChange={show}
        options={views.map(({ key, name }) => ({ value: key, label: name }))}
      />
    </div>
  )
}

/** The view whose conditions stand in the address, if they are exactly those of one. */
export function viewOf(views: readonly View[], filter: Filter | undefined): View | undefined {
  const asked = JSON.stringify(filter)
  return views.find(({ parts }) => JSON.stringify(filterOf(parts)) === asked)
}
