// Articles before a request: proposed once, with everything typed kept, and never in the way of files or of what is urgent.
import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { writeNotes } from '../../modules/knowledge/index.ts'
import { drafted, publish, writersOf } from '../../modules/knowledge/knowledge.fixture.ts'
import { numberIn, siteDesk, request as usual } from '../site-desk.fixture.ts'
import { hiddenIn } from '../visitor.fixture.ts'

const { desk, conversations, entriesOf, visitor } = await siteDesk()
const title = 'Change the address of your account'
const request = {
  ...usual,
  subject: 'Change the address',
  description: 'Another address,\n"please" & <soon>',
}
let articleId: string
before(async () => {
  const writers = await writersOf(desk)
  articleId = await drafted(writers, { title, summary: 'In five steps.' }, { slug: 'change-address' })
  await publish(writers, articleId)
})

const searches = async () => {
  await writeNotes(desk.app.desk)
  return (await desk.pool.query('select * from searches order by at desc, id desc')).rows
}
const decoded = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const kept = (html: string) =>
  Object.fromEntries(Object.entries(hiddenIn(html)).map(([name, value]) => [name, decoded(value)]))

suite('a request that an article may answer', () => {
  test('is held back once, and sent with one press', async () => {
    const person = visitor()
    const asked = await person.fill('/requests/new', '/requests/new', request)
    assert.deepEqual([asked.status, asked.path], [200, '/requests/new'])
    assert.match(asked.html, /<h1 ?>These may answer it<\/h1>/)
    assert.match(asked.html, new RegExp(title))
    assert.match(asked.html, /In five steps/)
    assert.equal((await conversations()).length, 0)
    const sent = await person.send('/requests/new', kept(asked.html))
    assert.match(sent.html, /We have your request/)
    const [made] = await conversations()
    assert.deepEqual([made!.number, made!.subject], [numberIn(sent.html), request.subject])
    const [first] = await entriesOf(made!)
    assert.ok(first?.kind === 'message')
    assert.equal(first.body, `${request.description}\n\nOrder or transaction id: 0xabc123`)
    const [search] = await searches()
    assert.deepEqual(
      [search.place, search.offered, search.opened, search.conversation_id],
      ['form', [articleId], [], made!.id],
    )
  })

  test('is answered by it when it was read and nobody wrote', async () => {
    const person = visitor()
    const asked = await person.fill('/requests/new', '/requests/new', request)
    const link = /href="(\/help\/en\/open\/[^"]+)"/.exec(asked.html)![1]!
    const { path } = await person.see(link)
    assert.equal(path, '/help/en/articles/change-address')
    const [search] = await searches()
    assert.deepEqual([search.opened, search.conversation_id], [[articleId], null])
  })

  test('can be changed, and is not held back again', async () => {
    const person = visitor()
    const asked = await person.fill('/requests/new', '/requests/new', request)
    const form = await person.send('/requests/new', { ...kept(asked.html), change: '1' })
    assert.match(form.html, /&quot;please&quot; &amp; &lt;soon&gt;/)
    const wrong = await person.send('/requests/new', { ...request, ...kept(form.html), subject: '' })
    assert.equal(wrong.status, 422)
    const sent = await person.send('/requests/new', { ...request, ...kept(wrong.html) })
    assert.match(sent.html, /We have your request/)
  })

  test('in Chinese speaks Chinese', async () => {
    const asked = await visitor('zh').fill('/requests/new', '/requests/new', request)
    assert.match(asked.html, /<h1 ?>这些文章也许能解答您的问题<\/h1>/)
    assert.match(asked.html, /<li lang="en">/)
  })
})

suite('nothing is held back', () => {
  const sentAtOnce = async (fields: object, files?: { name: string; bytes: string }[]) => {
    const sent = await visitor().fill(
      '/requests/new',
      '/requests/new',
      { ...request, ...fields },
      { ...(files && { files }) },
    )
    assert.match(sent.html, /We have your request/)
    return sent
  }

  test('where nothing fits', async () => {
    await sentAtOnce({ subject: 'Zebra', description: 'Giraffe.' })
  })

  test('where it is urgent', async () => {
    await sentAtOnce({ description: 'I was hacked! Change the address back.' })
    await sentAtOnce({ subject: '账户被盗', description: 'Change the address.' })
  })

  test('where files were chosen; what fits stands on the next page', async () => {
    const sent = await sentAtOnce({}, [{ name: 'shot.txt', bytes: 'x' }])
    assert.match(sent.html, new RegExp(title))
    const made = (await conversations()).find(({ number }) => number === numberIn(sent.html))
    const [first] = await entriesOf(made!)
    assert.ok(first?.kind === 'message')
    assert.deepEqual(
      first.attachments.map(({ name }) => name),
      ['shot.txt'],
    )
    const other = sent.path.replace('articles=change-address', 'articles=another')
    assert.equal((await visitor().see(other)).status, 404)
  })
})

test('who came from a search on the site and writes within two hours, wrote because of it', async () => {
  const person = visitor()
  const searchId = '0198f000-0000-4000-8000-000000000001'
  await person.see(`/help/en/open/${searchId}/change-address`)
  const sent = await person.fill('/requests/new', '/requests/new', {
    ...request,
    subject: 'Zebra',
    description: 'Giraffe.',
  })
  assert.match(sent.html, /We have your request/)
  const search = (await searches()).find(({ id }) => id === searchId)
  assert.deepEqual([search.opened, search.conversation_id !== null], [[articleId], true])
})

test('the way from a search leads to articles only', async () => {
  for (const path of [
    '/help/en/open/x/change-address',
    '/help/en/open/0198f000-0000-4000-8000-000000000001/nowhere',
    '/help/en/open/0198f000-0000-4000-8000-000000000001/%2e%2e',
    '/help/%2f%2fevil.example/open/0198f000-0000-4000-8000-000000000001/change-address',
  ])
    assert.equal((await visitor().see(path)).status, 404, path)
})
