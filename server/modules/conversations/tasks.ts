// Tasks of a conversation: each change leaves a line for agents where it goes on, and reminds whoever has the task when it is due.
import type { LineCode } from '../../../contract/conversations.ts'
import type { AddTask, ChangeTask } from '../../../contract/tasks.ts'
import { actorId, type Context, type Desk, system } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { staffById } from '../identity/index.ts'
import { screen } from '../safety/index.ts'
import { type ConversationRow, lockConversation } from './access.ts'
import { addLine } from './add-line.ts'
import { lockContinued } from './continued.ts'
import type { TasksTable } from './tables.ts'

/** Adds a task, due in the future or at no time. The same id again does nothing. */
export async function addTask(ctx: Context, conversationId: string, wanted: AddTask): Promise<void> {
  const conversation = await lockConversation(ctx, conversationId)
  const task: TasksTable = {
    id: wanted.id,
    conversation_id: conversationId,
    title: screen(wanted.title).text,
    due_at: wanted.dueAt ? new Date(wanted.dueAt) : null,
    assignee_id: wanted.assigneeId,
    created_at: ctx.now,
    done_at: null,
  }
  await check(ctx, task)
  const fresh = await ctx.db
    .insertInto('tasks')
    .values(task)
    .onConflict(on => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!fresh) return
  await tell(ctx, conversation, task, 'task_added')
  await remindOf(ctx, task)
}

/** Changes what is given, and gives the conversation in which its own goes on. Throws `not_found` for a task whose conversation the actor may not see. */
export async function changeTask(ctx: Context, id: string, wanted: ChangeTask): Promise<string> {
  const { task, conversation } = await lockTask(ctx, id)
  const { title, dueAt, assigneeId, done } = wanted
  const changed: TasksTable = {
    ...task,
    ...(title !== undefined && { title: screen(title).text }),
    ...(dueAt !== undefined && { due_at: dueAt === null ? null : new Date(dueAt) }),
    ...(assigneeId !== undefined && { assignee_id: assigneeId }),
    ...(done !== undefined && { done_at: done ? (task.done_at ?? ctx.now) : null }),
  }
  const code = codeOf(task, changed)
  if (!code) return conversation.id
  await check(ctx, changed)
  const { title: said, due_at, assignee_id, done_at } = changed
  await ctx.db
    .updateTable('tasks')
    .set({ title: said, due_at, assignee_id, done_at })
    .where('id', '=', id)
    .execute()
  await tell(ctx, conversation, changed, code, task.assignee_id)
  await remindOf(ctx, changed)
  return conversation.id
}

/** Takes a task away that was no task. */
export async function deleteTask(ctx: Context, id: string): Promise<void> {
  const { task, conversation } = await lockTask(ctx, id)
  await ctx.db.deleteFrom('tasks').where('id', '=', id).execute()
  await tell(ctx, conversation, { ...task, done_at: ctx.now }, 'task_deleted')
  await remindOf(ctx, { ...task, due_at: null })
}

async function lockTask(
  ctx: Context,
  id: string,
): Promise<{ task: TasksTable; conversation: ConversationRow }> {
  const found = await ctx.db
    .selectFrom('tasks')
    .select('conversation_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound()
  // Under the conversation's lock, as everything else that leaves a line.
  const conversation = await lockContinued(ctx, found.conversation_id)
  const task = await ctx.db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!task) throw notFound()
  return { task, conversation }
}

function codeOf(before: TasksTable, after: TasksTable): LineCode | undefined {
  if (!before.done_at && after.done_at) return 'task_done'
  if (before.done_at && !after.done_at) return 'task_reopened'
  const isSame =
    before.title === after.title &&
    before.due_at?.getTime() === after.due_at?.getTime() &&
    before.assignee_id === after.assignee_id
  return isSame ? undefined : 'task_changed'
}

async function check(ctx: Context, { assignee_id: id }: TasksTable): Promise<void> {
  if (id === null) return
  const assignee = await staffById(ctx, id)
  if (!assignee || assignee.disabled) {
    throw new AppError('invalid_input', { fields: [{ path: 'assigneeId', message: 'does not exist' }] })
  }
}

/** Leaves the line, and calls whoever has just been given the task by somebody else. */
async function tell(
  ctx: Context,
  { id }: ConversationRow,
  task: TasksTable,
  code: LineCode,
  assigneeBefore: string | null = null,
): Promise<void> {
  const { assignee_id: assignee, title, done_at: done } = task
  const isGiven = assignee !== null && assignee !== assigneeBefore && assignee !== actorId(ctx.actor)
  const by = 'name' in ctx.actor && ctx.actor.kind !== 'system' ? ctx.actor.name : ''
  const { row } = await addLine(ctx, id, code, [], { by, task: title })
  if (isGiven && !done) callTo(ctx, row, assignee, 'given')
}

function callTo(ctx: Context, { id, number }: ConversationRow, staffId: string, why: 'given' | 'due'): void {
  ctx.emit('task.called', { staffId, why, number }, { conversationId: id })
}

/** Sets the timer, or drops it. */
const remindOf = (ctx: Context, { id, due_at: due, done_at: done }: TasksTable): Promise<void> =>
  ctx.enqueueAt(`task:${id}`, done ? null : due, 'remindTask', { id })

/** The job: a task is due that isn't done, and whoever has it, or the conversation, is called. */
export async function remindTask(desk: Desk, { id }: Record<string, unknown>): Promise<void> {
  await desk.transact(system('remindTask'), async ctx => {
    const found = await lockTask(ctx, String(id)).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return undefined
      throw error
    })
    if (!found) return
    const { task, conversation } = found
    // Done, put off or taken away since.
    if (task.done_at || !task.due_at || task.due_at > ctx.now) return
    const whom = task.assignee_id ?? conversation.assignee_id
    const { row } = await addLine(ctx, conversation.id, 'task_due', [], { task: task.title })
    if (whom) callTo(ctx, row, whom, 'due')
  })
}
