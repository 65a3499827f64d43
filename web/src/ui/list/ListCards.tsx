import { Link } from '@tanstack/react-router'
import { shownColumns } from './column'
import type { DataListProps } from './DataList'
import styles from './DataList.module.css'

/** The list on a phone: a card a row. */
export function ListCards<Row>(props: DataListProps<Row> & { rows: readonly Row[] }) {
  const { rows, columns, search, keyOf, addressOf } = props
  const shown = shownColumns(columns, search.columns).filter(({ deskOnly }) => !deskOnly)
  const main = shown.find((column) => column.main)
  return (
    <ul>
      {rows.map((row) => (
        <li key={keyOf(row)} className={styles.card}>
          <Link to={addressOf(row)} className={`${styles.main} ${styles.cardName}`}>
            {main?.render(row)}
          </Link>
          <dl className={styles.facts}>
            {shown
              .filter((column) => column !== main)
              .map(({ key, title, render }) => (
                <div key={key}>
                  <dt className="x-muted">{title}</dt>
                  <dd>{render(row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
