// The record of who did what, written with the deed itself: no deed without its row, and no row without its deed.
import { actorId, type Context } from '../../platform/context.ts'

export interface Subject {
  kind: string
  id: string | null
}

/**
 * Appends to the audit log in the transaction of `ctx`. `data` says what changed; secrets, passwords and the words of
 * customers never belong into it.
 */
export async function audit(
  ctx: Context,
  action: string,
  subject: Subject,
  data: Record<string, unknown> = {},
  ip: string | null = null,
): Promise<void> {
  await ctx.db
    .insertInto('audit_log')
    .values({
      at: ctx.now,
      actor_kind: ctx.actor.kind,
      actor_id: actorId(ctx.actor),
      action,
      subject_kind: subject.kind,
      subject_id: subject.id,
      data: JSON.stringify(data),
      ip,
    })
    .execute()
}

export const aboutStaff = (id: string | null): Subject => ({ kind: 'staff', id })
