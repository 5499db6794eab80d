// Nobody holds a connection by sending slowly: a body has a minute, an upload as long as it keeps coming.
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Milliseconds. */
export interface Patience {
  /** For a whole request that is no upload, and for what still comes in after the answer. */
  body: number
  /** Between two pieces of an upload. */
  silence: number
  /** For a whole upload: 25 MB at 30 kB a second. */
  upload: number
}

export const usualPatience: Patience = { body: 60_000, silence: 30_000, upload: 15 * 60_000 }

/** Cuts off whoever takes longer; `isUpload` tells by the route. The server's own limit must be that of uploads. */
export function cutOffSlowSenders(
  app: FastifyInstance,
  isUpload: (request: FastifyRequest) => boolean,
  patience: Patience = usualPatience,
): void {
  app.addHook('onRequest', (request, _, done) => {
    const { raw } = request
    const hasBody = raw.headers['content-length'] || raw.headers['transfer-encoding']
    if (!raw.complete && hasBody) watch(request, isUpload(request), patience)
    done()
  })
  app.addHook('onResponse', (request, _, done) => {
    if (!request.raw.complete) giveUpAfter(request, patience.body)
    done()
  })
}

function watch(request: FastifyRequest, isUpload: boolean, patience: Patience): void {
  if (!isUpload) return giveUpAfter(request, patience.body)
  const { raw } = request
  // Node destroys a socket that is silent for so long, unless somebody listens.
  raw.socket?.setTimeout?.(patience.silence)
  raw.once('end', () => raw.socket?.setTimeout?.(0))
}

function giveUpAfter({ raw }: FastifyRequest, ms: number): void {
  // A request that was injected has no socket that could be destroyed.
  const timer = setTimeout(() => raw.complete || raw.socket?.destroy?.(), ms)
  timer.unref()
  const done = () => clearTimeout(timer)
  raw.once('end', done).once('close', done)
}
