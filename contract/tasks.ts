// Tasks: what has to be done in a conversation, by whom and when.
import { z } from 'zod'
import { Id, Instant, limits } from './common.ts'

const title = z.string().trim().min(1).max(limits.subject)

export const AddTask = z.object({
  /** Made by the client; the same one again is the same task. */
  id: Id,
  title,
  dueAt: Instant.nullable().default(null),
  assigneeId: Id.nullable().default(null),
})
export type AddTask = z.infer<typeof AddTask>
export const ChangeTask = z.object({
  title: title.optional(),
  dueAt: Instant.nullable().optional(),
  assigneeId: Id.nullable().optional(),
  done: z.boolean().optional(),
})
export type ChangeTask = z.infer<typeof ChangeTask>

export const Task = z.object({
  id: Id,
  conversationId: Id,
  title: z.string(),
  dueAt: Instant.nullable(),
  assignee: z.object({ id: Id, name: z.string() }).nullable(),
  createdAt: Instant,
  doneAt: Instant.nullable(),
})
export type Task = z.infer<typeof Task>
/** A task where its conversation isn't on the screen. */
export const TaskElsewhere = Task.extend({
  conversation: z.object({ number: z.int(), subject: z.string().nullable(), preview: z.string() }),
})
export type TaskElsewhere = z.infer<typeof TaskElsewhere>
