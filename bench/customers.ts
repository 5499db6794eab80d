// Customers for measurements: real sessions, real conversations, plain sockets.
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { Role } from '../contract/permissions.ts'
import { hashSecret, newId, newSecret } from '../server/platform/ids.ts'
import type { Ground } from './desk.ts'

export interface BenchCustomer {
  token: string
  conversationId: string
}

/** Opens sessions and conversations over HTTP. */
export async function openConversations(url: string, count: number): Promise<BenchCustomer[]> {
  const customers: BenchCustomer[] = []
  while (customers.length < count) {
    const wave = Math.min(20, count - customers.length)
    customers.push(...(await Promise.all(Array.from({ length: wave }, () => openOne(url)))))
  }
  return customers
}

async function openOne(url: string): Promise<BenchCustomer> {
  const { token } = await post(`${url}/api/customer/session`, {})
  const first = { clientId: randomUUID(), body: 'Where is my deposit?', locale: 'en' }
  const { conversation } = await post(`${url}/api/customer/conversations`, first, token)
  return { token, conversationId: conversation.id }
}

export async function openSession(url: string): Promise<string> {
  return (await post(`${url}/api/customer/session`, {})).token
}

/** Posts JSON; throws on anything but 200. */
export async function post(url: string, body: object, token?: string): Promise<any> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** A socket that has said hello and joined its conversation. */
export async function connectCustomer(
  url: string,
  { token, conversationId }: BenchCustomer,
): Promise<WebSocket> {
  const ws = await connectBare(`${url}/api/realtime`)
  ws.send(JSON.stringify({ type: 'hello', v: 1, token }))
  await frameOf(ws, 'ready')
  ws.send(JSON.stringify({ type: 'join', room: `conversation:${conversationId}` }))
  await frameOf(ws, 'joined')
  return ws
}

export async function connectBare(url: string): Promise<WebSocket> {
  const ws = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false })
  await new Promise((resolve, reject) => {
    ws.once('open', resolve)
    ws.once('error', reject)
  })
  return ws
}

export function frameOf(ws: WebSocket, type: string): Promise<any> {
  return new Promise(resolve => {
    const listen = (data: unknown) => {
      const frame = JSON.parse(String(data))
      if (frame.type !== type) return
      ws.off('message', listen)
      resolve(frame)
    }
    ws.on('message', listen)
  })
}

/** A lead, or somebody else, who is signed in. */
export async function staffCookie(
  { pool }: Ground,
  role: Role = 'lead',
): Promise<{ cookie: string; staffId: string }> {
  const staffId = newId()
  const token = newSecret('blst_staff')
  await pool.query(
    `insert into staff (id, name, email, role, created_at) values ($1, 'Lead', $2, $3, now())`,
    [staffId, `${staffId}@bench.test`, role],
  )
  await pool.query(
    `insert into staff_sessions (id, token_hash, staff_id, second_factor, ip, user_agent, created_at, seen_at, expires_at)
     values ($1, $2, $3, true, '127.0.0.1', 'bench', now(), now(), now() + interval '1 day')`,
    [newId(), hashSecret(token), staffId],
  )
  return { cookie: `ballast_session=${token}`, staffId }
}

/** A lead's socket that has joined a conversation. */
export async function connectStaff(ground: Ground, url: string, conversationId: string): Promise<WebSocket> {
  const { cookie } = await staffCookie(ground)
  const headers = { cookie, origin: `http://localhost:${new URL(url).port}` }
  const ws = new WebSocket(`${url.replace('http', 'ws')}/api/realtime`, { perMessageDeflate: false, headers })
  await frameOf(ws, 'ready')
  ws.send(JSON.stringify({ type: 'join', room: `conversation:${conversationId}` }))
  await frameOf(ws, 'joined')
  return ws
}
