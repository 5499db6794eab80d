// The worst mail costs its own thread: it is refused with a reason, the next one is read, and neighbours don't wait.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { caps } from './caps.ts'
import { mail } from './mail.fixture.ts'
import { createMailParser, type MailParserSettings, MailUnreadable } from './pool.ts'

const loop = mail([], 'loop')
const hoard = mail([], 'hoard')
const leave = mail([], 'leave')

/** One that says all answers of a message at its end, and which mail it has in hand before that. */
const silent = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads'
    parentPort.on('message', asked => {
      const answers = asked.map(({ id, raw }) => {
        Atomics.store(workerData, 0, id)
        const text = Buffer.from(raw).toString()
        if (text.endsWith('loop')) for (;;) {}
        if (text.endsWith('leave')) process.exit(0)
        return { id, mail: { subject: 'read', files: [] } }
      })
      parentPort.postMessage(answers)
    })
  `)}`,
)

/** A thread that does with a mail what its body says, and answers with a subject otherwise. */
const misbehaving = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads'
    parentPort.on('message', asked => {
      for (const { id, raw } of asked) {
        Atomics.store(workerData, 0, id)
        const text = Buffer.from(raw).toString()
        if (text.endsWith('loop')) for (;;) {}
        if (text.endsWith('hoard')) for (const all = []; ; ) all.push({ all: [...all] })
        if (text.endsWith('leave')) process.exit(0)
        // Waits without taking anything of the machine.
        if (text.endsWith('wait')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 900)
        if (text.endsWith('last')) setTimeout(() => process.exit(0))
        parentPort.postMessage([{ id, mail: { subject: 'read', files: [] } }])
      }
    })
  `)}`,
)

async function withParser(
  settings: MailParserSettings,
  use: (parser: ReturnType<typeof createMailParser>) => Promise<void>,
) {
  const parser = createMailParser(settings)
  try {
    await use(parser)
  } finally {
    await parser.close()
  }
}

const refused = (reason: string) => (error: unknown) =>
  error instanceof MailUnreadable && error.reason === reason

suite('a thread that a mail ends', () => {
  const ends: [reason: string, raw: Buffer][] = [
    ['time', loop],
    ['memory', hoard],
    ['malformed', leave],
  ]
  for (const [reason, raw] of ends) {
    test(`${reason}: the mail is refused and the next one is read`, async () => {
      await withParser({ program: misbehaving, threads: 1, timeoutMs: 3_000, memoryMb: 16 }, async parser => {
        const bad = parser.parse(Uint8Array.from(raw))
        const next = parser.parse(mail([]))
        await assert.rejects(bad, refused(reason))
        assert.equal((await next).subject, 'read')
      })
    })
  }

  test('one that ends later, while nothing is read, is not asked again', async () => {
    await withParser({ program: misbehaving, threads: 1, timeoutMs: 3_000 }, async parser => {
      await parser.parse(mail([], 'last'))
      // Time for it to end, as long as another thread takes to start and read.
      await withParser({ threads: 1 }, async other => void (await other.parse(mail([]))))
      assert.equal((await parser.parse(mail([]))).subject, 'read')
    })
  })

  test('neighbours in another thread are read meanwhile', async () => {
    await withParser({ program: misbehaving, threads: 2, timeoutMs: 3_000 }, async parser => {
      let isOver = false
      const bad = parser.parse(Uint8Array.from(loop)).catch(() => {
        isOver = true
      })
      for (let index = 0; index < 20; index++) await parser.parse(mail([]))
      assert.equal(isOver, false)
      await bad
    })
  })
})

test('a mail that the machine keeps waiting has its time all the same', async () => {
  await withParser({ program: misbehaving, threads: 1, timeoutMs: 400 }, async parser => {
    assert.equal((await parser.parse(mail([], 'wait'))).subject, 'read')
  })
})

test('mails behind one that takes long go to another thread, and each is answered once', async () => {
  await withParser({ program: misbehaving, threads: 2, timeoutMs: 3_000 }, async parser => {
    let isOver = false
    // Together with others of its moment, it goes to one thread with them.
    const bad = parser.parse(Uint8Array.from(loop)).catch(() => {
      isOver = true
    })
    const all = Array.from({ length: 9 }, () => parser.parse(mail([])))
    assert.deepEqual(
      (await Promise.all(all)).map(({ subject }) => subject),
      all.map(() => 'read'),
    )
    assert.equal(isOver, false)
    await bad
  })
})

test('a mail that was given back and takes too long everywhere is nobody else’s fault', async () => {
  await withParser({ program: misbehaving, threads: 2, timeoutMs: 1_500 }, async parser => {
    // The first thread gets two: one that waits a while, and behind it the bad one, which goes on to the other thread.
    const all = ['wait', 'loop', ''].map(body => parser.parse(Uint8Array.from(mail([], body))))
    const later = all[0]!.then(() => parser.parse(mail([])))
    const outcomes = await Promise.allSettled([...all, later])
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    )
  })
})

for (const bad of ['loop', 'leave']) {
  test(`the mail that a thread has in hand is at fault, none that was read before it: ${bad}`, async () => {
    await withParser({ program: silent, threads: 1, timeoutMs: 600 }, async parser => {
      const bodies = ['', '', bad, '']
      const outcomes = await Promise.allSettled(
        bodies.map(body => parser.parse(Uint8Array.from(mail([], body)))),
      )
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
      )
    })
  })
}

test('a mail is read in its thread as it is without one, with its files', async () => {
  await withParser({ threads: 1 }, async parser => {
    const raw = mail(
      ['Content-Type: application/pdf; name=a.pdf', 'Date: Sat, 22 Nov 2025 10:11:12 +0000'],
      '%PDF',
    )
    const { subject, from, date, files } = await parser.parse(raw)
    assert.deepEqual(
      [subject, from?.name, date?.toISOString()],
      ['Hi', 'Mei Lin', '2025-11-22T10:11:12.000Z'],
    )
    assert.deepEqual(
      files.map(({ name, content }) => [name, Buffer.from(content).toString()]),
      [['a.pdf', '%PDF']],
    )
  })
})

test('memory of its own is given away, memory that others share is not', async () => {
  await withParser({ threads: 1 }, async parser => {
    const alone = new Uint8Array(mail([]))
    await parser.parse(alone)
    assert.equal(alone.byteLength, 0)
    const shared = new Uint8Array(new Uint8Array([...mail([]), 1, 2]).buffer, 0, mail([]).length)
    await parser.parse(shared)
    assert.equal(shared.byteLength, mail([]).length)
  })
})

test('a mail that is too large is refused before a thread sees it', async () => {
  await withParser({ program: misbehaving, threads: 1 }, async parser => {
    await assert.rejects(parser.parse(new Uint8Array(caps.rawBytes + 1)), refused('size'))
  })
})

test('an empty mail is refused and its thread goes on', async () => {
  await withParser({ threads: 1 }, async parser => {
    await assert.rejects(parser.parse(new Uint8Array(3)), refused('malformed'))
    assert.equal((await parser.parse(mail([]))).subject, 'Hi')
  })
})

test('closing refuses what waits and what comes', async () => {
  const parser = createMailParser({ program: misbehaving, threads: 1 })
  const waiting = [parser.parse(Uint8Array.from(loop)), parser.parse(mail([]))]
  const outcomes = Promise.allSettled(waiting)
  await parser.close()
  assert.deepEqual(
    (await outcomes).map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  await assert.rejects(parser.parse(mail([])), MailUnreadable)
})
