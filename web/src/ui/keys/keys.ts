/** What a key does: `mod+k` (⌘ on a Mac, Ctrl elsewhere), `?`, or two keys one after the other: `g w`. */
export type KeyActs = Readonly<Record<string, () => void>>

/** How long the second key of a pair may take. */
const PAUSE = 1_200

/** Reads keys: what a pair begins with is remembered until its second key or the pause. */
export class KeyReader {
  private first: { key: string; at: number } | undefined

  /** The act that this key completes, if one does. */
  read(event: KeyboardEvent, acts: KeyActs, single: boolean): (() => void) | undefined {
    if (event.isComposing || event.defaultPrevented) return undefined
    if (isMod(event)) return acts[`mod+${event.key.toLowerCase()}`]
    if (!single || event.altKey || isModifier(event.key) || isBusy(event.target)) return undefined
    const { first } = this
    this.first = undefined
    if (first !== undefined && event.timeStamp - first.at <= PAUSE) return acts[`${first.key} ${event.key}`]
    if (Object.keys(acts).some((one) => one.startsWith(`${event.key} `))) {
      this.first = { key: event.key, at: event.timeStamp }
      return undefined
    }
    return acts[event.key]
  }
}

/** Where keys belong to what stands there: a field, or a dialog over the page. */
export function isBusy(target: EventTarget | null): boolean {
  if (isCovered()) return true
  return target instanceof HTMLElement && (target.isContentEditable || target.closest(FIELD) !== null)
}

/** Whether a dialog or drawer lies over the page. */
export const isCovered = () => document.querySelector(OVER) !== null

export const isApple = () => /mac|iphone|ipad/i.test(navigator.userAgent)

const OVER = '.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open, dialog[open]'
const FIELD =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [role="menu"], [role="listbox"]'
const isMod = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  (isApple() ? metaKey : ctrlKey) && !altKey && !shiftKey
const isModifier = (key: string) => ['Shift', 'Control', 'Alt', 'Meta'].includes(key)
