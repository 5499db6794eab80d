// Decides which mailboxes this node fetches: each belongs to one node at a time, and to another one soon after that node died.
import type { Desk, Statement } from '../../../../platform/context.ts'
import { type Kept, keep } from './keep.ts'
import { author } from './post.ts'

export interface ImapWatch {
  /** Closes all connections and lets other nodes have the mailboxes. */
  close(): Promise<void>
}

/** A node that died loses its row in `nodes` after 15 to 20 seconds; its mailboxes are taken within this beyond that. */
const lookMs = 1_000

const listed: Statement = {
  name: 'imap_listed',
  text: `select mailbox_id as id, revision, node_id as holder, exists (select from nodes where nodes.id = node_id) as held
    from imap_accounts join mailboxes on mailboxes.id = mailbox_id where removed_at is null`,
}

const claimed: Statement = {
  name: 'imap_claimed',
  text: `update imap_accounts set node_id = $2, connected_at = null
    where mailbox_id = $1 and (node_id is null or not exists (select from nodes where nodes.id = node_id))
    returning mailbox_id`,
}

interface Listed {
  id: string
  revision: string
  holder: string | null
  held: boolean
}

/** Begins to fetch mailboxes. The node must have told the others that it lives. */
export function watchImap(desk: Desk, nodeId: string): ImapWatch {
  const kept = new Map<string, Kept>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function stopOthers(accounts: Listed[]): Promise<void> {
    for (const [id, one] of kept) {
      const account = accounts.find(each => each.id === id)
      if (account?.revision === one.revision && account.holder === nodeId && !one.over()) continue
      kept.delete(id)
      await one.stop()
    }
  }

  async function look(): Promise<void> {
    const accounts = await desk.read(author).run<Listed & Record<string, unknown>>(listed, [])
    await stopOthers(accounts)
    for (const { id, revision, holder, held } of accounts) {
      if (isClosed || kept.has(id) || (held && holder !== nodeId)) continue
      if (held || (await claim(desk, id, nodeId)))
        kept.set(id, keep(desk, { mailboxId: id, nodeId, revision }))
    }
  }

  const round = (): Promise<void> =>
    look()
      .catch(error => desk.log.warn({ err: error }, 'mailboxes not looked after, trying again'))
      .then(() => {
        if (isClosed) return
        timer = setTimeout(() => {
          looking = round()
        }, lookMs)
        timer.unref()
      })
  let looking = round()

  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await looking
      await Promise.all([...kept.values()].map(one => one.stop()))
    },
  }
}

const claim = (desk: Desk, id: string, nodeId: string): Promise<boolean> =>
  desk.transact(author, async ctx => (await ctx.run(claimed, [id, nodeId])).length > 0)
