// What stands in a form, field by field.
import { useState } from 'react'

export function useFields<T extends object>(start: T | (() => T)) {
  const [fields, setFields] = useState<T>(start)
  const set = (change: Partial<T>) => setFields(before => ({ ...before, ...change }))
  return [fields, set] as const
}
