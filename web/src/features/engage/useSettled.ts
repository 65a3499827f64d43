import { useEffect, useState } from 'react'

/** A value once it has rested for a moment: what is typed is asked about after the last key. */
export function useSettled<Value>(value: Value, rest = 300): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return settled
}
