// Changes the desk's settings, unless somebody else has changed them meanwhile.
import { type ChangeDeskSettings, DeskSettings } from '../../../contract/desk.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { audit } from '../identity/index.ts'
import { storedSettings } from './queries.ts'
import { merged } from './rules.ts'

/** @throws AppError stale_version, or invalid_input when the result would contradict itself */
export async function changeSettings(ctx: Context, { version, settings: change }: ChangeDeskSettings) {
  const stored = await storedSettings(ctx, true)
  if (stored.version !== version) throw new AppError('stale_version', { version: stored.version })
  const settings = consistent(merged(stored.settings, change))
  const next = version + 1
  await ctx.db.updateTable('desk_settings').set({ settings, version: next }).execute()
  await audit(ctx, 'desk.changed', { kind: 'desk', id: null }, { version: next, change })
  ctx.emit('desk.changed', { version: next })
  return { version: next, settings }
}

function consistent(settings: DeskSettings): DeskSettings {
  const checked = DeskSettings.safeParse(settings)
  if (checked.success) return checked.data
  const fields = checked.error.issues.map(({ path, message }) => ({
    path: `settings.${path.join('.')}`,
    message,
  }))
  throw new AppError('invalid_input', { fields })
}
