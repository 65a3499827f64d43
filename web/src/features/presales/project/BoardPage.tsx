import { ArrowRightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { InstantText } from '~/ui/InstantText'
import type { ListSearch } from '~/ui/list/search'
import { MoneyText } from '~/ui/MoneyText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import { type BoardColumn, boardQuery, type ProjectRow, useAdvance } from './api'
import { nextColumn, within } from './board'
import styles from './project.module.css'

interface Props {
  looks: ReactNode
  actions: ReactNode
  /** The list's filter, which the board keeps. */
  list: ListSearch
}

/** Projects by stage. A card goes on by drag or by its own button; what a gate still asks for is shown. */
export function BoardPage({ looks, actions, list }: Props) {
  const { t } = useTranslation()
  usePageTitle(t('place.projects'))
  const board = useQuery({ ...boardQuery(list), placeholderData: (before) => before })
  const filtered = list.filter !== undefined || list.q !== undefined
  const advance = useAdvance()
  const [carried, setCarried] = useState<ProjectRow>()
  const columns = board.data?.columns
  const move = (card: ProjectRow, to: BoardColumn) =>
    advance.mutate({ params: { path: { id: card.id } }, body: { to: to.stage } })
  return (
    <>
      <header className={styles.head}>
        <h1>{t('place.projects')}</h1>
        {looks}
        {filtered && <span className="x-muted">{t('project.board.filtered')}</span>}
        <span className={styles.actions}>{actions}</span>
      </header>
      <ProblemAlert problem={board.error} onRetry={() => board.refetch()} />
      {columns === undefined && board.error === null && <PageSkeleton rows={8} />}
      {columns && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too.
        <section className={styles.board} tabIndex={0} aria-label={t('project.look.board')}>
          {columns.map((column) => (
            <Column
              key={`${column.state} ${column.stage}`}
              column={column}
              columns={columns}
              list={list}
              carried={carried}
              moving={advance.isPending ? advance.variables.params.path.id : undefined}
              onCarry={setCarried}
              onMove={move}
            />
          ))}
        </section>
      )}
      {advance.error !== null && (
        <Modal
          open
          title={t('project.board.refused')}
          onCancel={() => advance.reset()}
          footer={<Button onClick={() => advance.reset()}>{t('project.board.understood')}</Button>}
        >
          <ProblemAlert problem={advance.error} />
        </Modal>
      )}
    </>
  )
}

interface ColumnProps {
  column: BoardColumn
  columns: readonly BoardColumn[]
  list: ListSearch
  carried: ProjectRow | undefined
  moving: string | undefined
  onCarry: (card: ProjectRow | undefined) => void
  onMove: (card: ProjectRow, to: BoardColumn) => void
}

function Column({ column, columns, list, carried, moving, onCarry, onMove }: ColumnProps) {
  const { t } = useTranslation()
  const takes = carried !== undefined && nextColumn(columns, carried) === column
  const over = (event: DragEvent) => {
    if (takes) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (takes) onMove(carried, column)
    onCarry(undefined)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is beside the card's own button.
    <div className={`${styles.column} ${takes ? styles.takes : ''}`} onDragOver={over} onDrop={drop}>
      <h2 className={styles.columnHead}>
        <span>{column.name}</span>
        <Link to="/projects" search={within(list, column)} title={t('project.board.all')}>
          {column.count} · <MoneyText money={column.amount} short />
        </Link>
      </h2>
      <ul className={styles.cards}>
        {column.items.map((card) => (
          <Card
            key={card.id}
            card={card}
            next={nextColumn(columns, card)}
            moving={moving === card.id}
            onCarry={onCarry}
            onMove={onMove}
          />
        ))}
      </ul>
      {column.items.length < column.count && (
        <Link to="/projects" search={within(list, column)}>
          {t('project.board.more', { count: column.count - column.items.length })}
        </Link>
      )}
    </div>
  )
}

interface CardProps {
  card: ProjectRow
  next: BoardColumn | undefined
  moving: boolean
  onCarry: ColumnProps['onCarry']
  onMove: ColumnProps['onMove']
}

function Card({ card, next, moving, onCarry, onMove }: CardProps) {
  const { t } = useTranslation()
  const mayMove = useMay()('project.advance') && next !== undefined
  return (
    <li
      className={styles.card}
      draggable={mayMove}
      onDragStart={() => onCarry(card)}
      onDragEnd={() => onCarry(undefined)}
    >
      <Link to="/projects/$id" params={{ id: card.id }} className={styles.cardName} draggable={false}>
        {card.name}
      </Link>
      <span className="x-muted">{[card.customer_name, card.owner?.name].filter(Boolean).join(' · ')}</span>
      <span className={styles.cardFoot}>
        <MoneyText money={card.amount} short />
        <span className="x-muted">
          <InstantText at={card.stage_since} day />
        </span>
        {mayMove && next && (
          <Button
            size="small"
            type="text"
            icon={<ArrowRightOutlined aria-hidden />}
            loading={moving}
            aria-label={t('project.board.move', { name: card.name, to: next.name })}
            title={next.name}
            onClick={() => onMove(card, next)}
          />
        )}
      </span>
    </li>
  )
}
