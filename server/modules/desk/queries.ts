// Reads the settings; everybody asks for them all the time, so each node remembers them until they change.
import type { DeskSettings } from '../../../contract/desk.ts'
import type { Desk, ReadContext } from '../../platform/context.ts'
import { completed } from './rules.ts'

// By the secrets object because each desk has exactly one: several desks may run in one process.
const remembered = new WeakMap<object, Promise<DeskSettings>>()

/** The settings in force; at most a few seconds behind a change that another node made. */
export function settingsOf(ctx: Pick<ReadContext, 'db' | 'secrets'>): Promise<DeskSettings> {
  const known = remembered.get(ctx.secrets)
  if (known) return known
  const loading = storedSettings(ctx).then(({ settings }) => settings)
  remembered.set(ctx.secrets, loading)
  loading.catch(() => remembered.get(ctx.secrets) === loading && remembered.delete(ctx.secrets))
  return loading
}

/** Makes this node read the settings again. */
export const forgetSettings = (desk: Pick<Desk, 'secrets'>): void => void remembered.delete(desk.secrets)

/** The settings and their version as the database has them. */
export async function storedSettings(ctx: Pick<ReadContext, 'db'>, forUpdate = false) {
  const query = ctx.db.selectFrom('desk_settings').select(['settings', 'version'])
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirstOrThrow()
  return { version: row.version, settings: completed(row.settings) }
}
