// Threads that were open a moment ago: shown at once, and brought up to date behind that.
import type { StaffThread } from '../../api/thread.ts'

const recent = new Map<string, StaffThread>()
const most = 24

export const recentThread = (id: string): StaffThread | undefined => recent.get(id)

export function remember(id: string, thread: StaffThread): void {
  recent.delete(id)
  recent.set(id, thread)
  const oldest = recent.keys().next().value
  if (recent.size > most && oldest) recent.delete(oldest)
}

/** Another member of staff may use this browser next. */
export const forgetThreads = (): void => recent.clear()
