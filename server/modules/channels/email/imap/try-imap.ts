// Tries a mailbox before it is saved, so that whoever sets it up learns at once what is wrong.
import type { z } from 'zod'
import type { SaveImap } from '../../../../../contract/imap.ts'
import type { Actor, Desk } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/errors.ts'
import { ImapFailure } from '../../../../platform/imap.ts'
import { serverWanted } from './account.ts'
import { openFolder } from './folder.ts'

const largestAnswer = 1_048_576
const patienceMs = 25_000

/**
 * Connects, signs in and opens the folder; gives how many mails are in it.
 * @throws AppError with the code of the fault, or imap_password_needed, not_found
 */
export async function tryImap(
  desk: Desk,
  actor: Actor,
  mailboxId: string,
  wanted: z.output<typeof SaveImap>,
): Promise<{ mails: number }> {
  const server = await serverWanted(desk.read(actor), mailboxId, wanted)
  try {
    const client = await desk.imap.open(server, largestAnswer, AbortSignal.timeout(patienceMs))
    try {
      return { mails: (await openFolder(client, wanted)).exists }
    } finally {
      client.close()
    }
  } catch (error) {
    throw error instanceof ImapFailure ? new AppError(error.fault) : error
  }
}
