// The tasks of a conversation, and those of whoever asks.
import type { Task, TaskElsewhere } from '../../../contract/tasks.ts'
import { actorId, type ReadContext, type Statement } from '../../platform/context.ts'
import { staffNames } from '../identity/index.ts'
import { loadConversation } from './access.ts'
import { conversationsById } from './list.ts'
import { partsOf } from './parts.ts'
import type { TasksTable } from './tables.ts'

const most = 200

/** Those of a conversation the reader may see, and of what was merged into it, what is left to do first, and that by when it is due; or 404. */
export async function tasksIn(ctx: ReadContext, conversationId: string): Promise<Task[]> {
  await loadConversation(ctx, conversationId)
  const parts = await partsOf(ctx, [conversationId])
  const rows = await ctx.db
    .selectFrom('tasks')
    .selectAll()
    .where('conversation_id', 'in', [conversationId, ...parts.map(({ id }) => id)])
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
 * without those of conversations that aren't theirs to see any more. Of what is merged, the conversation is that in which it goes on.
 */
export async function ownTasks(ctx: ReadContext): Promise<TaskElsewhere[]> {
  const me = ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null
  if (!me) return []
  const rows = await ctx.run<TasksTable>(findOwn, [me, most])
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

const findOwn: Statement = {
  name: 'find_own_tasks',
  text: `with recursive way (task_id, conversation_id) as (
      select id, conversation_id from tasks where done_at is null and (assignee_id = $1 or assignee_id is null)
      union all
      select way.task_id, c.merged_into from way join conversations c on c.id = way.conversation_id
      where c.merged_into is not null
    )
    select t.id, c.id as conversation_id, t.title, t.due_at, t.assignee_id, t.created_at, t.done_at
    from way join conversations c on c.id = way.conversation_id and c.merged_into is null
    join tasks t on t.id = way.task_id
    where t.assignee_id = $1 or c.assignee_id = $1
    order by t.due_at nulls last, t.id limit $2`,
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
