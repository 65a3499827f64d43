import styles from './KeyCaps.module.css'
import { isApple } from './keys'

/** Keys as they are printed on the keyboard: `mod+k`, `g w`. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className={styles.caps}>
      {keys.split(/[ +]/).map((key) => (
        <kbd key={key} className={styles.cap}>
          {capOf(key)}
        </kbd>
      ))}
    </span>
  )
}

function capOf(key: string) {
  if (key === 'mod') return isApple() ? '⌘' : 'Ctrl'
  return key.length === 1 ? key.toUpperCase() : key
}
