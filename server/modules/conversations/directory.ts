// The names and files that rows refer to by id, loaded for a whole answer at once.
import type { ReadContext } from '../../platform/context.ts'
import { profilesOf } from '../customers/index.ts'
import { staffNames, teamNames } from '../identity/index.ts'
import { attachmentsOf } from '../safety/index.ts'
import type { ConversationRow } from './access.ts'
import type { Directory } from './shapes.ts'
import type { EntryRow } from './write.ts'

/** Loads what these rows need; whoever calls has checked that the reader may see the rows. */
export async function directoryFor(
  ctx: ReadContext,
  rows: readonly ConversationRow[],
  entries: readonly EntryRow[] = [],
): Promise<Directory> {
  const customerIds = rows.map(row => row.customer_id)
  const attachmentIds = entries.flatMap(entry => entry.attachment_ids)
  const [staff, teams, customers, attachments] = await Promise.all([
    staffNames(ctx),
    teamNames(ctx),
    profilesOf(ctx, customerIds),
    attachmentIds.length > 0 ? attachmentsOf(ctx, attachmentIds) : new Map(),
  ])
  return { staff, teams, customers, attachments }
}
