// The program of the thread that checks senders: mails in, verdicts out, and questions to the name system where they are asked.
import { resolve } from 'node:dns/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { DNSResolver } from 'mailauth'
import { checkMail } from './check.ts'
import type { Check, CheckerSettings, FromChecker, ToChecker } from './check-thread.ts'
import { remembering } from './names.ts'

const port = parentPort!
const { asks, namesHoldMs } = workerData as CheckerSettings
const asked = new Map<number, (answer: Extract<ToChecker, { kind: 'named' }>) => void>()
let last = 0

const say = (message: FromChecker) => port.postMessage(message)

port.on('message', (message: ToChecker) => {
  if (message.kind === 'check') {
    for (const one of message.checks) void check(one)
    return
  }
  asked.get(message.question)?.(message)
  asked.delete(message.question)
})

async function check({ id, raw, envelope }: Check): Promise<void> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  say({ kind: 'checked', id, verdict: await checkMail(bytes, envelope, resolver) })
}

const ask: DNSResolver = (name, type) => {
  const question = ++last
  say({ kind: 'name', question, name, type })
  return new Promise((resolve, reject) => {
    asked.set(question, ({ records, code }) =>
      code === null
        ? resolve(records as never)
        : reject(Object.assign(new Error(`no ${type} for ${name}`), { code })),
    )
  })
}

const resolver = remembering(asks ? ask : (resolve as DNSResolver), namesHoldMs)
