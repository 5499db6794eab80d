// A short visit to a mail server while an administrator waits for what is found there, or for what is wrong.
import type { ImapFlow } from 'imapflow'
import type { z } from 'zod'
import type { SaveImap } from '../../../../../contract/imap.ts'
import type { ImportLogin } from '../../../../../contract/mail-import.ts'
import type { Actor, Desk } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/errors.ts'
import { asFailure } from '../../../../platform/imap.ts'
import { serverWanted } from './account.ts'
import { openFolder } from './folder.ts'

const largestAnswer = 1_048_576
const patienceMs = 25_000

/**
 * Signs in to the server that is wanted for a mailbox, looks, and leaves.
 * @throws AppError with the code of the fault, or imap_password_needed, not_found
 */
export async function visit<Found>(
  desk: Desk,
  actor: Actor,
  mailboxId: string,
  login: ImportLogin,
  look: (client: ImapFlow) => Promise<Found>,
): Promise<Found> {
  const server = await serverWanted(desk.read(actor), mailboxId, login)
  try {
    const client = await desk.imap.open(server, largestAnswer, AbortSignal.timeout(patienceMs))
    try {
      return await look(client)
    } finally {
      client.close()
    }
  } catch (error) {
    throw new AppError(asFailure(error).fault)
  }
}

/** Opens the folder without changing anything; gives how many mails are in it. Throws as `visit` does. */
export const tryImap = (
  desk: Desk,
  actor: Actor,
  mailboxId: string,
  wanted: z.output<typeof SaveImap>,
): Promise<{ mails: number }> =>
  visit(desk, actor, mailboxId, wanted, async client => ({
    mails: (await openFolder(client, wanted)).exists,
  }))
