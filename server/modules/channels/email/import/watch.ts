// Decides which import this node reads: one at a time, and what another node was reading soon after that node died.
import type { Desk, Statement } from '../../../../platform/context.ts'
import { author } from './post.ts'
import { runImport } from './run-import.ts'

export interface ImportWatch {
  /** Lets the few mails end that are being filed, and other nodes have the import. */
  close(): Promise<void>
}

const lookMs = 1_000

const claimed: Statement = {
  name: 'mail_import_claimed',
  text: `update mail_imports set node_id = $1 where id = (
      select id from mail_imports where state = 'running'
        and (node_id is null or not exists (select from nodes where nodes.id = node_id))
      order by created_at, id limit 1 for update skip locked
    ) returning id`,
}

/** Begins to look for imports. The node must have told the others that it lives. */
export function watchImports(desk: Desk, nodeId: string): ImportWatch {
  const ending = new AbortController()
  const { signal } = ending
  let timer: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    while (!signal.aborted) {
      const [next] = await desk.transact(author, ctx => ctx.run<{ id: string }>(claimed, [nodeId]))
      if (!next) return
      await runImport(desk, { importId: next.id, nodeId }, signal)
    }
  }

  const round = (): Promise<void> =>
    look()
      .catch(error => desk.log.warn({ err: error }, 'imports not looked after, trying again'))
      .then(() => {
        if (signal.aborted) return
        timer = setTimeout(() => {
          looking = round()
        }, lookMs)
        timer.unref()
      })
  let looking = round()

  return {
    close: async () => {
      ending.abort()
      clearTimeout(timer)
      await looking
    },
  }
}
