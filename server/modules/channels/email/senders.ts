// As whom an answer is sent: the mailbox, or one of the names under which it also answers.
import type { PossibleSender, SenderIdentity } from '../../../../contract/outbound-mail.ts'
import type { ReadContext } from '../../../platform/context.ts'

type Reader = Pick<ReadContext, 'db'>

const inUse = ({ db }: Reader) =>
  db.selectFrom('sender_identities').selectAll().where('removed_at', 'is', null).orderBy('created_at')

type Row = Awaited<ReturnType<ReturnType<typeof inUse>['execute']>>[number]

/** Those in use, oldest first. */
export async function identitiesShown(ctx: Reader): Promise<(SenderIdentity & { mailboxId: string })[]> {
  const rows = await inUse(ctx).execute()
  return rows.map(({ id, mailbox_id: mailboxId, name, address, team_id: teamId, signatures }) => ({
    id,
    mailboxId,
    name,
    address,
    teamId,
    signatures,
  }))
}

/** As whom an answer is sent. */
export interface Sender {
  name: string
  address: string
  signature: string
}

/** What an agent chose for one answer. */
export interface Chosen {
  sender: 'usual' | 'mailbox' | 'identity'
  identity_id: string | null
}

interface Mailbox {
  id: string
  name: string
  address: string
  signature: string
}
interface Conversation {
  team_id: string | null
  locale: string
}

/** The identity of the conversation's team, or the mailbox; or the one that was chosen, if it is still there. */
export async function senderFor(
  ctx: Reader,
  mailbox: Mailbox,
  conversation: Conversation,
  chosen?: Chosen,
): Promise<Sender> {
  const fitting = await fittingOnes(ctx, mailbox.id, conversation)
  const identity =
    chosen?.sender === 'identity'
      ? fitting.find(({ id }) => id === chosen.identity_id)
      : chosen?.sender === 'mailbox'
        ? undefined
        : usualOne(fitting, conversation)
  if (!identity) return mailbox
  const signature = signatureIn(identity.signatures, conversation.locale) ?? mailbox.signature
  return { name: identity.name, address: identity.address, signature }
}

const signatureIn = (signatures: Record<string, string>, locale: string): string | undefined =>
  signatures[locale] ?? signatures[locale.split('-')[0]!]

/** A team's own are not for the others. */
async function fittingOnes(ctx: Reader, mailboxId: string, { team_id }: Conversation): Promise<Row[]> {
  const rows = await inUse(ctx).where('mailbox_id', '=', mailboxId).execute()
  return rows.filter(row => row.team_id === null || row.team_id === team_id)
}

const usualOne = (fitting: Row[], { team_id }: Conversation): Row | undefined =>
  team_id === null ? undefined : fitting.find(row => row.team_id === team_id)

/** As whom answers in a conversation can be sent, the usual one first. */
export async function possibleSenders(
  ctx: Reader,
  mailbox: Mailbox,
  conversation: Conversation,
): Promise<PossibleSender[]> {
  const fitting = await fittingOnes(ctx, mailbox.id, conversation)
  const usual = usualOne(fitting, conversation)
  const own = { sender: 'mailbox' as const, name: mailbox.name, address: mailbox.address, usual: !usual }
  const others = fitting.map(({ id, name, address }) => ({
    sender: id,
    name,
    address,
    usual: id === usual?.id,
  }))
  return [own, ...others].sort((one, other) => Number(other.usual) - Number(one.usual))
}
