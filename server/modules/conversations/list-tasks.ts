// The tasks of a conversation, and those of whoever asks.
import type { Task, TaskElsewhere } from '../../../contract/tasks.ts'
import { actorId, type ReadContext } from '../../platform/context.ts'
import { staffNames } from '../identity/index.ts'
import { loadConversation } from './access.ts'
import { conversationsById } from './list.ts'
import type { TasksTable } from './tables.ts'

const most = 200

/** Those of a conversation the reader may see, what is left to do first, and that by when it is due; or 404. */
export async function tasksIn(ctx: ReadContext, conversationId: string): Promise<Task[]> {
  await loadConversation(ctx, conversationId)
  const rows = await ctx.db
    .selectFrom('tasks')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy(eb => eb('done_at', 'is not', null))
    .orderBy('due_at', order => order.asc().nullsLast())
    .orderBy('id')
    .limit(most)
    .execute()
  const names = await staffNames(ctx)
  return rows.map(row => toTask(row, names))
}

/**
 * What the reader has left to do, what is due first: their own tasks, and those that nobody has in conversations of theirs;
 * without those of conversations that aren't theirs to see any more.
 */
export async function ownTasks(ctx: ReadContext): Promise<TaskElsewhere[]> {
  const me = ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null
  if (!me) return []
  const open = ctx.db.selectFrom('tasks').selectAll('tasks').where('done_at', 'is', null)
  const nobodys = open
    .innerJoin('conversations', 'conversations.id', 'tasks.conversation_id')
    .where('tasks.assignee_id', 'is', null)
    .where('conversations.assignee_id', '=', me)
  const rows = await open
    .where('tasks.assignee_id', '=', me)
    .unionAll(nobodys)
    .orderBy('due_at', order => order.asc().nullsLast())
    .orderBy('id')
    .limit(most)
    .execute()
  const ids = [...new Set(rows.map(row => row.conversation_id))]
  const [conversations, names] = await Promise.all([conversationsById(ctx, ids), staffNames(ctx)])
  const byId = new Map(conversations.map(one => [one.id, one]))
  return rows.flatMap(row => {
    const conversation = byId.get(row.conversation_id)
    if (!conversation) return []
    const { number, subject, preview } = conversation
    return [{ ...toTask(row, names), conversation: { number, subject, preview } }]
  })
}

const toTask = (row: TasksTable, names: ReadonlyMap<string, string>): Task => ({
  id: row.id,
  conversationId: row.conversation_id,
  title: row.title,
  dueAt: row.due_at?.toISOString() ?? null,
  assignee: row.assignee_id ? { id: row.assignee_id, name: names.get(row.assignee_id) ?? '' } : null,
  createdAt: row.created_at.toISOString(),
  doneAt: row.done_at?.toISOString() ?? null,
})
