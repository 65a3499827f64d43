import { SettingOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input, Popover, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownColumns } from './column'
import type { DataListProps } from './DataList'
import styles from './DataList.module.css'
import { FilterEditor } from './FilterEditor'
import { type Condition, type Filter, filterOf, partsOf } from './filter'
import { useFilterWords } from './filterWords'
import type { ListSearch, Page } from './search'

type Props<Row> = DataListProps<Row> & { total: Page<Row>['total'] | undefined }

/** Search, the conditions in force, and the choice of columns. */
export function ListTools<Row>({
  columns,
  fields = [],
  search,
  onSearch,
  summary,
  total,
  searchable = true,
}: Props<Row>) {
  const wordsOf = useFilterWords(fields, search.filter)
  const parts = partsOf(search.filter)
  const narrow = (next: readonly Filter[]) => onSearch(withFilter(search, filterOf(next)))
  return (
    <div className={styles.tools}>
      {searchable && (
        <SearchBox key={search.q} q={search.q} onSearch={(q) => onSearch(withQuery(search, q))} />
      )}
      {parts.map((part) => (
        <Tag
          key={JSON.stringify(part)}
          color="processing"
          closable
          onClose={() => narrow(parts.filter((other) => other !== part))}
        >
          {wordsOf(part)}
        </Tag>
      ))}
      {fields.length > 0 && (
        <AddCondition fields={fields} onAdd={(condition) => narrow([...parts, condition])} />
      )}
      <span className={`x-muted ${styles.sum}`}>
        <Sums total={total} summary={summary} />
        <ColumnChoice columns={columns} search={search} onSearch={onSearch} />
      </span>
    </div>
  )
}

function Sums({ total, summary }: Pick<Props<unknown>, 'total' | 'summary'>) {
  const { t, i18n } = useTranslation()
  return (
    <>
      {total && (
        <span>
          {t(total.exact ? 'list.total' : 'list.totalOver', {
            shown: total.count.toLocaleString(i18n.language),
          })}
        </span>
      )}
      {summary !== undefined && <span>{summary}</span>}
    </>
  )
}

function SearchBox({ q = '', onSearch }: { q: string | undefined; onSearch: (q: string) => void }) {
  const { t } = useTranslation()
  return (
    <Input.Search
      className={styles.search}
      defaultValue={q}
      allowClear
      placeholder={t('list.search')}
      aria-label={t('list.search')}
      onSearch={onSearch}
    />
  )
}

function AddCondition({
  fields,
  onAdd,
}: {
  fields: DataListProps<unknown>['fields']
  onAdd: (one: Condition) => void
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const add = (condition: Condition) => {
    setOpen(false)
    onAdd(condition)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<FilterEditor fields={fields ?? []} onAdd={add} />}
    >
      <Button type="dashed" size="small">
        {t('list.addFilter')}
      </Button>
    </Popover>
  )
}

function ColumnChoice<Row>({
  columns,
  search,
  onSearch,
}: Pick<Props<Row>, 'columns' | 'search' | 'onSearch'>) {
  const { t } = useTranslation()
  const shown = shownColumns(columns, search.columns).map(({ key }) => key)
  const choose = (keys: readonly string[]) => onSearch({ ...search, columns: keys.join(',') })
  const items = columns.filter(({ main }) => !main).map(({ key, title }) => ({ key, label: title }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        multiple: true,
        selectable: true,
        selectedKeys: shown,
        onSelect: ({ key }) => choose([...shown, key]),
        onDeselect: ({ key }) => choose(shown.filter((other) => other !== key)),
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<SettingOutlined aria-hidden />}
        aria-label={t('list.columns')}
      />
    </Dropdown>
  )
}

function withFilter({ filter: _filter, ...rest }: ListSearch, filter: Filter | undefined): ListSearch {
  return filter === undefined ? rest : { ...rest, filter }
}

function withQuery({ q: _q, ...rest }: ListSearch, q: string): ListSearch {
  return q.trim() === '' ? rest : { ...rest, q: q.trim() }
}
