// Macros over HTTP.
import { z } from 'zod'
import { Macro, MacroRan, RunMacro, SaveMacro } from '../../../contract/automation.ts'
import { Done, done, Id } from '../../../contract/common.ts'
import { type Route, route } from '../../platform/routes.ts'
import { deleteMacro, listMacros, saveMacro } from './macros.ts'
import { runMacro } from './run-macro.ts'

const base = { allow: 'macros.write', tag: 'Macros' } as const
const one = z.object({ id: Id })

export const macroRoutes: readonly Route[] = [
  route({
    ...base,
    allow: 'conversations.read',
    method: 'GET',
    path: '/api/macros',
    summary: 'Macros, by name',
    answer: z.object({ macros: z.array(Macro) }),
    read: async ctx => ({ macros: await listMacros(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/macros',
    summary: 'Make a macro',
    body: SaveMacro,
    answer: one,
    write: (ctx, { body }) => saveMacro(ctx, body),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/api/macros/{id}',
    summary: 'Change a macro',
    params: one,
    body: SaveMacro,
    answer: one,
    write: (ctx, { params, body }) => saveMacro(ctx, body, params.id),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/macros/{id}',
    summary: 'Delete a macro',
    params: one,
    answer: Done,
    write: async (ctx, { params }) => {
      await deleteMacro(ctx, params.id)
      return done
    },
  }),
  route({
    ...base,
    allow: 'conversations.write',
    method: 'POST',
    path: '/api/macros/{id}/runs',
    summary: 'Run a macro on conversations; each succeeds or fails by itself',
    params: one,
    body: RunMacro,
    answer: MacroRan,
    direct: (desk, actor, { params, body }) => runMacro(desk, actor, params.id, body),
  }),
]
