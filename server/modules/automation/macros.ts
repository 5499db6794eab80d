// Macros: kept by leads, shared by everybody or by a team.
import type { z } from 'zod'
import type { Macro, MacroAction, SaveMacro } from '../../../contract/automation.ts'
import { type Actor, actorId, type Context, may, type ReadContext } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { screen } from '../safety/index.ts'
import { checkReferences } from './references.ts'

type Wanted = z.output<typeof SaveMacro>

/** Those of the reader's teams and of none, or all for who keeps them; by name. */
export async function listMacros(ctx: ReadContext): Promise<Macro[]> {
  const rows = await ctx.db.selectFrom('macros').selectAll().orderBy('name').orderBy('id').execute()
  return rows
    .filter(({ team_id: teamId }) => isFor(ctx.actor, teamId))
    .map(({ id, version, shortcut, name, team_id: teamId, content, updated_at: at }) => ({
      id,
      version,
      shortcut,
      name,
      teamId,
      send: content.send,
      actions: content.actions,
      updatedAt: at.toISOString(),
    }))
}

/** One that the actor may run; or 404. */
export async function macroFor(ctx: ReadContext, id: string): Promise<Macro> {
  const macro = (await listMacros(ctx)).find(one => one.id === id)
  if (!macro) throw notFound()
  return macro
}

const isFor = (actor: Actor, teamId: string | null): boolean =>
  teamId === null || may(actor, 'macros.write') || (actor.kind === 'staff' && actor.teamIds.includes(teamId))

/**
 * Makes a new one, or changes the one with `id`. Throws `already_exists` when its shortcut is taken, `invalid_input`
 * where it names a team or somebody who isn't there.
 */
export async function saveMacro(ctx: Context, wanted: Wanted, id?: string): Promise<{ id: string }> {
  const teamIds = wanted.teamId ? [{ path: 'teamId', id: wanted.teamId }] : []
  await checkReferences(ctx, wanted.actions, 'actions', teamIds)
  const { shortcut, teamId: team_id, send } = wanted
  const content = JSON.stringify({ send, actions: wanted.actions.map(screened) })
  const row = { shortcut, name: screen(wanted.name).text, team_id, content, updated_at: ctx.now }
  try {
    if (id !== undefined) return await update(ctx, id, row)
    const author = ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null
    if (!author) throw new AppError('forbidden')
    const fresh = { ...row, id: newId(), version: 1, created_by: author }
    await ctx.db.insertInto('macros').values(fresh).execute()
    return { id: fresh.id }
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('already_exists') : error
  }
}

async function update(ctx: Context, id: string, row: object): Promise<{ id: string }> {
  const changed = await ctx.db
    .updateTable('macros')
    .set(eb => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw notFound()
  return { id }
}

export async function deleteMacro(ctx: Context, id: string): Promise<void> {
  const deleted = await ctx.db.deleteFrom('macros').where('id', '=', id).executeTakeFirst()
  if (deleted.numDeletedRows === 0n) throw notFound()
}

/** Texts of an action are screened like any other. */
export function screened<A extends MacroAction | { do: string }>(action: A): A {
  if ('text' in action) return { ...action, text: screen(String(action.text)).text }
  if ('title' in action) return { ...action, title: screen(String(action.title)).text }
  if ('tags' in action) return { ...action, tags: (action.tags as string[]).map(tag => screen(tag).text) }
  return action
}
