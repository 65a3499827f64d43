import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useRef } from 'react'

/** Something that can be done or gone to. An entry of a `Dropdown` is one as it is. */
export interface Act {
  key: string
  label: string
  onClick: () => void
}

/** A part of the menu: what the open page offers, then places and the rest. */
export interface CommandGroup {
  key: string
  name: string
  commands: readonly Command[]
}

export interface Command extends Act {
  /** Shown at the end of its line: `g w`. */
  keys?: string | undefined
  icon?: ReactNode
  /** Small words after the name. */
  note?: string | undefined
}

/** What the pages that stand there offer, in the order in which they said so. */
class Offers {
  private readonly all = new Map<string, () => readonly Act[]>()

  put(id: string, acts: () => readonly Act[]) {
    this.all.set(id, acts)
    return () => {
      this.all.delete(id)
    }
  }

  acts(): readonly Act[] {
    const found = new Map<string, Act>()
    for (const acts of this.all.values()) for (const act of acts()) found.set(act.label, act)
    return [...found.values()]
  }
}

const Context = createContext<Offers | undefined>(undefined)

export function CommandsProvider({ children }: { children: ReactNode }) {
  const offers = useMemo(() => new Offers(), [])
  return <Context value={offers}>{children}</Context>
}

/** Offers the page's own acts to the command menu as long as the page stands: those of its buttons, drawn from `can`. */
export function useCommands(acts: readonly (Act | false | undefined)[]) {
  const offers = useContext(Context)
  const id = useId()
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(
    () => offers?.put(id, () => latest.current.filter((act) => act !== false && act !== undefined)),
    [offers, id],
  )
}

/** What is offered at this moment; the menu asks when it opens. */
export function useOffered(): () => readonly Act[] {
  const offers = useContext(Context)
  return () => offers?.acts() ?? []
}
