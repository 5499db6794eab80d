// The staff of a run, made by the desk's own commands before a node runs, and its customers, who come by the public way.
import { join } from 'node:path'
import type { Role } from '../../contract/permissions.ts'
import { createApp } from '../../server/app.ts'
import { systemClock } from '../../server/platform/clock.ts'
import { silentLog } from '../../server/platform/log.ts'
import { createStaff, staffHeaders } from '../factories.ts'
import type { TestDesk } from '../harness.ts'

export interface SeedOptions {
  connection: object
  folder: string
  publicUrl: string
  secretKey: Buffer
}

/** Brings the schema up to date and hires `count` people who are signed in. */
export async function hireStaff(
  options: SeedOptions,
  count: number,
  role: Role = 'agent',
): Promise<string[]> {
  const app = await createApp({
    connection: options.connection,
    poolSize: 3,
    filesFolder: join(options.folder, 'seed-files'),
    publicUrl: options.publicUrl,
    secretKey: options.secretKey,
    clock: systemClock(),
    log: silentLog(),
    trustProxy: false,
    metricsToken: null,
  })
  // The factories need no more of a desk than this.
  const desk = { app, options: { publicUrl: options.publicUrl } } as unknown as TestDesk
  const sessions: string[] = []
  for (let n = 1; n <= count; n++) {
    const staff = await createStaff(desk, { name: `Agent ${n}`, email: `${role}${n}@faults.test`, role })
    const { cookie } = await staffHeaders(desk, staff)
    sessions.push(cookie!.slice(cookie!.indexOf('=') + 1))
  }
  await app.close()
  return sessions
}

export interface Newcomer {
  token: string
  conversationId: string
}

/** A customer opens a session and a conversation, as the widget does. */
export async function arrive(base: string, text: string): Promise<Newcomer> {
  const { token } = await post(`${base}/api/customer/session`, { locale: 'en' })
  const opening = { clientId: crypto.randomUUID(), body: text, live: true }
  const { conversation } = await post(`${base}/api/customer/conversations`, opening, token)
  return { token, conversationId: conversation.id }
}

export async function post(url: string, body: object, token?: string, method = 'POST'): Promise<any> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
