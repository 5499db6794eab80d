// The yardstick for delivery: a WebSocket relay with one insert a message, sent on once it is committed.
import pg from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`create table if not exists relayed_messages (
  id bigint generated always as identity primary key, room uuid not null, at timestamptz not null, body text not null)`)
interface Frame {
  type: 'join' | 'send'
  room: string
  clientId: string
  body: string
}

const rooms = new Map<string, Set<WebSocket>>()

const server = new WebSocketServer({ port: Number(process.env.PORT), perMessageDeflate: false })
server.on('connection', ws => {
  ws.on('message', data => void receive(ws, JSON.parse(String(data))))
})

async function receive(ws: WebSocket, { type, room, clientId, body }: Frame): Promise<void> {
  if (type === 'join') {
    rooms.set(room, (rooms.get(room) ?? new Set()).add(ws))
    return ws.send(JSON.stringify({ type: 'joined', room }))
  }
  const text = 'insert into relayed_messages (room, at, body) values ($1, $2, $3) returning id'
  const { rows } = await pool.query({ name: 'insert', text, values: [room, new Date(), body] })
  const frame = JSON.stringify({ type: 'message', id: rows[0].id, room, clientId, body })
  for (const member of rooms.get(room) ?? []) member.send(frame)
}
server.on('listening', () => process.stdout.write('ready\n'))
process.on('SIGTERM', () => process.exit(0))
