// What macros and rules name must be there when they are saved.
import type { Action } from '../../../contract/automation.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { staffById, teamById } from '../identity/index.ts'

interface Named {
  path: string
  id: string
}

/** Throws `invalid_input` with the places of teams and staff that aren't there, or have left. */
export async function checkReferences(
  ctx: Context,
  actions: readonly Action[],
  path: string,
  teams: readonly Named[] = [],
): Promise<void> {
  const named = actions.flatMap((action, index) => namedBy(action, `${path}.${index}`))
  const staff = named.filter(one => one.path.endsWith('.assigneeId') || one.path.endsWith('.staffId'))
  const fields: { path: string; message: string }[] = []
  for (const one of staff) {
    const found = await staffById(ctx, one.id)
    if (!found || found.disabled) fields.push({ path: one.path, message: 'does not exist' })
  }
  for (const one of [...teams, ...named.filter(other => !staff.includes(other))]) {
    if (!(await teamById(ctx, one.id))) fields.push({ path: one.path, message: 'does not exist' })
  }
  if (fields.length > 0) throw new AppError('invalid_input', { fields })
}

function namedBy(action: Action, path: string): Named[] {
  if (action.do === 'assign')
    return action.assigneeId ? [{ path: `${path}.assigneeId`, id: action.assigneeId }] : []
  if (action.do === 'notify_staff') return [{ path: `${path}.staffId`, id: action.staffId }]
  if (action.do === 'assign_team' || action.do === 'notify_team')
    return action.teamId ? [{ path: `${path}.teamId`, id: action.teamId }] : []
  return []
}
