// Reading the audit log, page by page from the latest entry.
import type { AuditEntry, AuditQuery } from '../../../contract/identity.ts'
import type { ReadContext } from '../../platform/context.ts'

/** One page of entries that match; `before` of the answer asks for the next, null at the end. */
export async function auditLog(
  ctx: ReadContext,
  { action, actorId, subjectKind, subjectId, before, limit }: AuditQuery,
): Promise<{ entries: AuditEntry[]; before: number | null }> {
  let query = ctx.db
    .selectFrom('audit_log as entry')
    .leftJoin('staff', 'staff.id', 'entry.actor_id')
    .leftJoin('api_keys', 'api_keys.id', 'entry.actor_id')
    .select([
      'entry.id',
      'entry.at',
      'actor_kind',
      'actor_id',
      'action',
      'subject_kind',
      'subject_id',
      'data',
      'ip',
    ])
    .select(({ fn }) => fn.coalesce('staff.name', 'api_keys.name').as('actor_name'))
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
  if (action) query = query.where('action', '=', action)
  if (actorId) query = query.where('actor_id', '=', actorId)
  if (subjectKind) query = query.where('subject_kind', '=', subjectKind)
  if (subjectId) query = query.where('subject_id', '=', subjectId)
  if (before) query = query.where('entry.id', '<', before)
  const rows = await query.execute()
  const entries = rows.slice(0, limit).map(row => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    data: row.data,
    ip: row.ip,
  }))
  return { entries, before: rows.length > limit ? entries.at(-1)!.id : null }
}
