// Tasks over HTTP.
import { z } from 'zod'
import { Done, done, Id } from '../../../contract/common.ts'
import { AddTask, ChangeTask, Task, TaskElsewhere } from '../../../contract/tasks.ts'
import { type Route, route } from '../../platform/routes.ts'
import { ownTasks, tasksIn } from './list-tasks.ts'
import { addTask, changeTask, deleteTask } from './tasks.ts'

const writing = { allow: 'conversations.write', tag: 'Tasks' } as const
const reading = { allow: 'conversations.read', tag: 'Tasks', method: 'GET' } as const
const one = z.object({ id: Id })
const several = z.object({ tasks: z.array(Task) })

export const taskRoutes: readonly Route[] = [
  route({
    ...reading,
    path: '/api/tasks',
    summary: 'What you have left to do, what is due first',
    answer: z.object({ tasks: z.array(TaskElsewhere) }),
    read: async ctx => ({ tasks: await ownTasks(ctx) }),
  }),
  route({
    ...reading,
    path: '/api/conversations/{id}/tasks',
    summary: 'The tasks of a conversation',
    params: one,
    answer: several,
    read: async (ctx, { params }) => ({ tasks: await tasksIn(ctx, params.id) }),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/tasks',
    summary: 'Add a task to a conversation',
    params: one,
    body: AddTask,
    answer: several,
    write: async (ctx, { params, body }) => {
      await addTask(ctx, params.id, body)
      return { tasks: await tasksIn(ctx, params.id) }
    },
  }),
  route({
    ...writing,
    method: 'PATCH',
    path: '/api/tasks/{id}',
    summary: 'Change a task, or say that it is done',
    params: one,
    body: ChangeTask,
    answer: several,
    write: async (ctx, { params, body }) => ({
      tasks: await tasksIn(ctx, await changeTask(ctx, params.id, body)),
    }),
  }),
  route({
    ...writing,
    method: 'DELETE',
    path: '/api/tasks/{id}',
    summary: 'Take a task away',
    params: one,
    answer: Done,
    write: async (ctx, { params }) => {
      await deleteTask(ctx, params.id)
      return done
    },
  }),
]
