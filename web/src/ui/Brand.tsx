import styles from './Brand.module.css'

/** The product's name, which is the same in every language. */
export function Brand() {
  return (
    <span className={styles.brand} translate="no">
      <span className={styles.mark}>先机</span> Xianji
    </span>
  )
}
