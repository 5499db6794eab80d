// Memory of an idle widget's connection, with ten thousand of them.
import { readFileSync } from 'node:fs'
import type { WebSocket } from 'ws'
import { connectBare, frameOf, openConversations } from './customers.ts'
import { freePort, type Ground, runDesk } from './desk.ts'
import { atMost, type Figure, say } from './figures.ts'

const connections = 10_000
const sessions = 500

export async function idleConnections(ground: Ground): Promise<Figure[]> {
  const inspector = await freePort()
  const desk = await runDesk(ground, { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` })
  const people = await openConversations(desk.url, sessions)
  const sockets: WebSocket[] = []
  const open = async (index: number) => {
    const { token, conversationId } = people[index % sessions]!
    const ws = await connectBare(`${desk.url}/api/realtime`)
    ws.send(JSON.stringify({ type: 'hello', v: 1, token }))
    await frameOf(ws, 'ready')
    for (const room of ['desk', `conversation:${conversationId}`]) {
      ws.send(JSON.stringify({ type: 'join', room }))
      await frameOf(ws, 'joined')
    }
    sockets.push(ws)
  }
  // What a first few cost (code, pools) is not what each one costs.
  for (let n = 0; n < 500; n += 50) await Promise.all(Array.from({ length: 50 }, (_, i) => open(n + i)))
  const before = await settledRss(desk.process.pid!, inspector)
  while (sockets.length < connections + 500) {
    const at = sockets.length
    await Promise.all(Array.from({ length: 100 }, (_, i) => open(at + i)))
    if (sockets.length % 2_000 === 0) say(`${sockets.length} connected`)
  }
  const after = await settledRss(desk.process.pid!, inspector)
  for (const ws of sockets) ws.terminate()
  await desk.stop()
  return [atMost('connections.kilobytes_each', (after - before) / connections / 1_024, 10, 'kB')]
}

/** Resident bytes of a process after its garbage is collected: what is in use, not what lies around. */
async function settledRss(pid: number, inspector: number): Promise<number> {
  let lowest = Number.POSITIVE_INFINITY
  for (let n = 0; n < 4; n++) {
    await collectGarbage(inspector)
    await new Promise(resolve => setTimeout(resolve, 1_000))
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    lowest = Math.min(lowest, pages * 4_096)
  }
  return lowest
}

async function collectGarbage(inspector: number): Promise<void> {
  const [target] = (await (await fetch(`http://127.0.0.1:${inspector}/json/list`)).json()) as {
    webSocketDebuggerUrl: string
  }[]
  const ws = await connectBare(target!.webSocketDebuggerUrl.replace('ws:', 'http:'))
  ws.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }))
  await new Promise(resolve => ws.once('message', resolve))
  ws.terminate()
}
