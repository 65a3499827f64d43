import { Link, useNavigate } from '@tanstack/react-router'
import { Table } from 'antd'
import type { MouseEvent } from 'react'
import { type Column, shownColumns, sortOf } from './column'
import type { DataListProps } from './DataList'
import styles from './DataList.module.css'

/** The list at a desk. A click anywhere on a row opens it; by keyboard, the link in its name does. */
export function ListTable<Row>(props: DataListProps<Row> & { rows: readonly Row[] }) {
  const { rows, columns, search, onSearch, keyOf, addressOf } = props
  const navigate = useNavigate()
  const sorted = sortOf(search.sort)
  const open = (row: Row) => (event: MouseEvent<HTMLElement>) => {
    const selects = window.getSelection()?.isCollapsed === false
    const other = event.target instanceof Element && event.target.closest('a, button, input, label')
    if (!selects && !other) void navigate({ to: addressOf(row) })
  }
  return (
    <Table<Row>
      size="middle"
      dataSource={rows}
      rowKey={keyOf}
      pagination={false}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      onRow={(row) => ({ onClick: open(row), className: styles.row })}
      onChange={(_pages, _filters, sorter) => {
        const by = Array.isArray(sorter) ? sorter[0] : sorter
        const field = columns.find(({ key }) => key === by?.columnKey)?.sort
        const { sort: _sort, ...rest } = search
        onSearch(
          field && by?.order ? { ...rest, sort: `${by.order === 'descend' ? '-' : ''}${field}` } : rest,
        )
      }}
      columns={shownColumns(columns, search.columns).map((column) => ({
        key: column.key,
        title: column.title,
        align: column.align,
        width: column.width,
        sorter: column.sort !== undefined,
        sortOrder: sorted !== undefined && sorted.field === column.sort ? sorted.order : null,
        render: (_, row) => <Cell column={column} row={row} address={addressOf(row)} />,
      }))}
    />
  )
}

function Cell<Row>({ column, row, address }: { column: Column<Row>; row: Row; address: string }) {
  if (!column.main) return column.render(row)
  return (
    <Link to={address} className={styles.main}>
      {column.render(row)}
    </Link>
  )
}
