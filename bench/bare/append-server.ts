// The yardstick for appends: a WebSocket server that does nothing but insert the same rows, batched, and acknowledge.
import pg from 'pg'
import { WebSocketServer } from 'ws'

interface Waiting {
  row: { conversation_id: string; client_id: string; at: Date; author: string; body: string }
  ack: () => void
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
await pool.query(`create table if not exists bare_messages (
  id bigint generated always as identity primary key, conversation_id uuid not null, client_id uuid not null,
  at timestamptz not null, author text not null, body text not null)`)

const waiting: Waiting[] = []
let busy = false

async function work(): Promise<void> {
  busy = true
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 500)
    await pool.query({
      name: 'insert',
      text: `insert into bare_messages (conversation_id, client_id, at, author, body)
        select conversation_id, client_id, at, author, body from json_populate_recordset(null::bare_messages, $1::json)`,
      values: [JSON.stringify(batch.map(({ row }) => row))],
    })
    for (const { ack } of batch) ack()
  }
  busy = false
}

const server = new WebSocketServer({ port: Number(process.env.PORT), perMessageDeflate: false })
server.on('connection', ws => {
  ws.on('message', data => {
    const { conversationId, clientId, body } = JSON.parse(String(data))
    const row = {
      conversation_id: conversationId,
      client_id: clientId,
      at: new Date(),
      author: 'customer',
      body,
    }
    waiting.push({ row, ack: () => ws.send(JSON.stringify({ type: 'ack', clientId })) })
    if (!busy) void work()
  })
})
server.on('listening', () => process.stdout.write('ready\n'))
process.on('SIGTERM', () => process.exit(0))
