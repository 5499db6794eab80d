// How one wants to be told, kept on this machine: another machine may stand in another room.
import { useSyncExternalStore } from 'react'

export interface Preferences {
  desktop: boolean
  sound: boolean
  /** What is worth a notice. */
  on: Record<'assigned' | 'mentioned' | 'asked' | 'task' | 'message' | 'queued', boolean>
  /** Seconds in which a sent answer can be taken back; 0 sends at once. */
  undoSeconds: number
  /** What the Enter key does in an answer. */
  enterSends: boolean
}

const storageKey = 'ballast.preferences'
const standard: Preferences = {
  desktop: false,
  sound: true,
  on: { assigned: true, mentioned: true, asked: true, task: true, message: true, queued: false },
  undoSeconds: 5,
  enterSends: false,
}
const listeners = new Set<() => void>()
let current = read()

function read(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>
    return { ...standard, ...stored, on: { ...standard.on, ...stored.on } }
  } catch {
    return standard
  }
}

export const preferences = (): Preferences => current

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  localStorage.setItem(storageKey, JSON.stringify(current))
  for (const listener of listeners) listener()
}

export const usePreferences = (): Preferences =>
  useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, preferences)
