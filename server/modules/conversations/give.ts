// What waits in the queue is given to an agent; what was taken, solved or left meanwhile is left alone.
import type { Context } from '../../platform/context.ts'
import { staffById } from '../identity/index.ts'
import { lockConversation } from './access.ts'
import { change } from './change.ts'

/** Assigns a conversation that still waits; gives whether it did. */
export async function giveWaiting(ctx: Context, id: string, agentId: string): Promise<boolean> {
  const row = await lockConversation(ctx, id)
  if (row.status !== 'queued') return false
  const agent = await staffById(ctx, agentId)
  if (!agent || agent.disabled) return false
  await change(ctx, id, { assigneeId: agentId })
  return true
}
