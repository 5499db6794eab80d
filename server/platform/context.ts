// What every command is given: who acts, when, and the transaction it happens in. Nothing else reaches the database.
import type pg from 'pg'
import type { Permission } from '../../contract/permissions.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'
import type { Events, EventType } from './events.ts'
import type { Imap } from './imap.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'
import type { Secrets } from './secrets.ts'
import type { Storage } from './storage.ts'

export type Actor =
  | {
      kind: 'staff'
      id: string
      name: string
      permissions: ReadonlySet<Permission>
      teamIds: readonly string[]
      sessionId: string
    }
  | { kind: 'key'; id: string; name: string; permissions: ReadonlySet<Permission> }
  | { kind: 'customer'; id: string; verified: boolean; sessionId: string }
  | { kind: 'system'; name: string }
  | { kind: 'nobody' }

export type StaffActor = Extract<Actor, { kind: 'staff' }>
export type CustomerActor = Extract<Actor, { kind: 'customer' }>

export const system = (name: string): Actor => ({ kind: 'system', name })
export const nobody: Actor = { kind: 'nobody' }

/** Whether the actor holds a permission; the desk itself holds all of them. */
export const may = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'system' ||
  ((actor.kind === 'staff' || actor.kind === 'key') && actor.permissions.has(permission))

export const actorId = (actor: Actor): string | null => ('id' in actor ? actor.id : null)

/** A statement that is prepared once for each connection under its name; for the hot paths only. */
export interface Statement {
  name: string
  text: string
}

export interface ReadContext {
  db: Db
  /** Runs a prepared statement and gives its rows. */
  run<Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
  actor: Actor
  now: Date
  log: Log
  secrets: Secrets
  storage: Storage
  /** The origin under which people reach the desk. */
  publicUrl: string
  mail: Pick<Mailer, 'configured' | 'noticesPerHour'>
}

export interface Context extends ReadContext {
  /**
   * Sends a prepared statement without waiting; `heard` is told its rows before the transaction is over. When it fails,
   * so does the transaction.
   */
  send<Row extends pg.QueryResultRow>(
    statement: Statement,
    values: readonly unknown[],
    heard?: (rows: Row[]) => void,
  ): void
  /** Records what happened, in this transaction. `hint` spares this node from reading back what it just wrote. */
  emit<T extends EventType>(
    type: T,
    data: Events[T],
    about?: { conversationId?: string; hint?: unknown },
  ): void
  /** Has a job run as soon as this transaction is committed. */
  enqueue(task: string, payload: Record<string, unknown>): void
  /** The node's id where it does jobs of its own (see own-jobs.ts); null where all go into the queue. */
  worker: string | null
  /** Has this node itself do a job as soon as this transaction is committed; where it has no `worker`, the queue. */
  enqueueOwn(task: string, payload: Record<string, unknown>): void
  /** Has a job run at an instant of the desk's clock; a second call with the same key moves it, `null` drops it. */
  enqueueAt(key: string, due: Date | null, task: string, payload: Record<string, unknown>): Promise<void>
}

/** Does `work` in one transaction as `actor`; events and jobs are committed with it or not at all. */
export type Transact = <T>(actor: Actor, work: (ctx: Context) => Promise<T>) => Promise<T>

/** What a node offers to routes, jobs and realtime: transactions, plain reads and the time. */
export interface Desk {
  clock: Clock
  log: Log
  transact: Transact
  read(actor: Actor): ReadContext
  storage: Storage
  secrets: Secrets
  publicUrl: string
  mail: Mailer
  imap: Imap
}
