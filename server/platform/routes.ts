// How a module says what it offers over HTTP: endpoint, who may, and the function. No logic lives in a route.
import type { z } from 'zod'
import { done } from '../../contract/common.ts'
import type { Permission } from '../../contract/permissions.ts'
import type { Actor, Context, Desk, ReadContext } from './context.ts'

/** `public` needs nobody, `staff` any signed-in member of staff, `customer` a customer's session. */
export type Allow = Permission | 'public' | 'staff' | 'customer'

export interface Caller {
  ip: string
  userAgent: string
  /** Best match of what the reader accepts. */
  locale: string
  headers: Record<string, string | string[] | undefined>
}

export interface Input<P, Q, B> {
  params: P
  query: Q
  body: B
  caller: Caller
  /** The raw request, for uploads. */
  raw: unknown
}

/** What a route may answer besides its body: cookies, other headers, another status. */
export class Answer<T> {
  readonly body: T
  readonly headers: Record<string, string | string[]>
  constructor(body: T, headers: Record<string, string | string[]>) {
    this.body = body
    this.headers = headers
  }
}

/** Bytes instead of JSON. */
export class Download {
  readonly content: NodeJS.ReadableStream | Buffer | string
  readonly headers: Record<string, string>
  constructor(content: NodeJS.ReadableStream | Buffer | string, headers: Record<string, string>) {
    this.content = content
    this.headers = headers
  }
}

type Maybe<S> = S extends z.ZodType ? z.output<S> : undefined
type Result<R extends z.ZodType> = Promise<z.input<R> | Answer<z.input<R>> | Download>

interface Shape<P, Q, B, R> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  allow: Allow
  summary: string
  tag: string
  params?: P
  query?: Q
  body?: B
  answer: R
  /** Bytes of body beyond the usual cap. */
  bodyLimit?: number
  /** Requests a minute by one caller, beyond which 429 is answered. */
  perMinute?: number
  /** Takes `multipart/form-data` instead of JSON. */
  upload?: boolean
  /** Takes `message/rfc822` instead of JSON. */
  mail?: boolean
}

type Does<P, Q, B, R extends z.ZodType> =
  | { read: (ctx: ReadContext, input: Input<Maybe<P>, Maybe<Q>, Maybe<B>>) => Result<R> }
  | { write: (ctx: Context, input: Input<Maybe<P>, Maybe<Q>, Maybe<B>>) => Result<R> }
  | { direct: (desk: Desk, actor: Actor, input: Input<Maybe<P>, Maybe<Q>, Maybe<B>>) => Result<R> }

export type Route = Shape<z.ZodType, z.ZodType, z.ZodType, z.ZodType> & {
  run: (desk: Desk, actor: Actor, input: Input<never, never, never>) => Promise<unknown>
}

/**
 * Declares a route. `read` gets the database outside a transaction, `write` runs in one, `direct` opens its own.
 */
export function route<P, Q, B, R extends z.ZodType>(spec: Shape<P, Q, B, R> & Does<P, Q, B, R>): Route {
  const run = (desk: Desk, actor: Actor, input: Input<Maybe<P>, Maybe<Q>, Maybe<B>>) => {
    if ('read' in spec) return spec.read(desk.read(actor), input)
    if ('write' in spec) return desk.transact(actor, ctx => spec.write(ctx, input))
    return spec.direct(desk, actor, input)
  }
  return { ...spec, run } as unknown as Route
}

/** The answer of a route after which there is nothing to tell. */
export async function thenDone(work: Promise<void>): Promise<typeof done> {
  await work
  return done
}
