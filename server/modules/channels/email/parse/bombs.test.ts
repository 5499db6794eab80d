// Mails made to hurt: each is read within its deadline, and what was left out of it is named.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { bombs, head, multipart } from './bombs.fixture.ts'
import { caps } from './caps.ts'
import { read } from './mail.fixture.ts'

/** What takes seconds when something in it is quadratic, and a fraction of one when nothing is. */
const deadline = 5_000

suite('bombs', () => {
  for (const [name, make, cut] of bombs) {
    test(name, async () => {
      const raw = Buffer.from(make())
      const start = performance.now()
      const mail = await read(raw)
      assert.ok(performance.now() - start < deadline, `${performance.now() - start} ms`)
      for (const what of cut) assert.ok(mail.cut.includes(what), `cut: ${mail.cut.join(' ')}`)
    })
  }
})

test('what is within the caps is read all the same', async () => {
  const many = await read(multipart + '--b\r\n\r\nx\r\n'.repeat(caps.parts * 2))
  assert.equal(many.text?.split('\n').filter(line => line === 'x').length, caps.parts - 1)
  const { to, text, subject } = await read(`${head}To: ${'a@b.c,'.repeat(60_000)}\r\n\r\nHello`)
  assert.deepEqual([to.length, text, subject], [caps.addresses, 'Hello', 'x'])
})
