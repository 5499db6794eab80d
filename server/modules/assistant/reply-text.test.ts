// What an article takes over from a reply and the question before it, and that no text takes long.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bodyOf, questionsIn, titleOf, withoutGreeting } from './reply-text.ts'

describe('the body of a reply', () => {
  const table: [what: string, reply: string, body: string][] = [
    ['keeps what it says', 'Open the wallet.', 'Open the wallet.'],
    ['cuts the greeting', 'Hi Ann,\n\nOpen the wallet.', 'Open the wallet.'],
    ['cuts it within a line', 'Hello there! Open the wallet.', 'Open the wallet.'],
    ['begins with a capital then', 'Hi Ann, open the wallet.', 'Open the wallet.'],
    ['cuts thanks', 'Dear Ann,\nThank you for contacting us. Open it.', 'Open it.'],
    ['cuts a Chinese greeting', '尊敬的李女士：\n您好！感谢您的来信。请打开钱包。', '请打开钱包。'],
    ['keeps “hi” where it is a word', 'High fees come from the network.', 'High fees come from the network.'],
    ['cuts the signature', 'Open it.\n\nBest regards,\nNora\nSupport', 'Open it.'],
    ['cuts a signature after a line', 'Open it.\n--\nNora', 'Open it.'],
    ['cuts a Chinese signature', '请打开钱包。\n\n祝好\n沈玫', '请打开钱包。'],
    ['cuts the offer before it', 'Open it.\n\nLet us know if it fails.\n\nThanks,\nNora', 'Open it.'],
    ['cuts a Chinese offer', '请打开。\n如果还有其他问题，请联系我们。', '请打开。'],
    ['keeps thanks that end nothing', 'Thanks\n1\n2\n3\n4\n5\n6', 'Thanks\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6'],
    ['keeps paragraphs', 'One.\n\n\nTwo.', 'One.\n\nTwo.'],
    ['divides lines', 'One.\nTwo.', 'One.\n\nTwo.'],
    ['keeps a list', 'Do this:\n• open\n• close\nDone.', 'Do this:\n\n- open\n- close\n\nDone.'],
    ['keeps steps', '步骤：\n1、打开\n2）确认', '步骤：\n\n1. 打开\n2. 确认'],
    ['keeps a decimal', '1.5 is the fee', '1.5 is the fee'],
    ['escapes what is no Markdown', '# 1\n<b>x</b>', '\\# 1\n\n\\<b>x\\</b>'],
    ['is empty for courtesies alone', 'Hi Ann,', ''],
  ]
  for (const [what, reply, body] of table) test(what, () => assert.equal(bodyOf(reply), body))
})

describe('the questions in a text', () => {
  const table: [what: string, text: string, questions: string[]][] = [
    ['are its sentences that ask', 'Hi. I am new. How do I reset it? Thanks.', ['How do I reset it?']],
    ['need no sign', 'how can i reset 2fa', ['how can i reset 2fa']],
    ['come with what they are about', 'My coins left. Why?', ['My coins left. Why?']],
    ['are Chinese', '你好！提币三天了还没到账，怎么办？谢谢', ['提币三天了还没到账，怎么办？']],
    ['are its beginning where there are none', 'My card is blocked. Do it now', ['My card is blocked.']],
    [
      'are no more than three',
      'Why so? Why now? Why me? Why us?',
      ['Why so?', 'Why so? Why now?', 'Why now? Why me?'],
    ],
    ['are none in nothing', ' \n ', []],
    ['keep a decimal in one piece', 'Is 0.5 the fee for this?', ['Is 0.5 the fee for this?']],
  ]
  for (const [what, text, questions] of table)
    test(what, () => assert.deepEqual(questionsIn(text), questions))

  test('are short enough for an article', () => {
    for (const one of questionsIn(`Why ${'x y'.repeat(500)}?`)) assert.ok(one.length <= 200)
  })
})

describe('the title', () => {
  test('is the subject without what mail programs add', () =>
    assert.equal(titleOf('Re: 回复：My deposit', ['Where?']), 'My deposit'))
  test('is the first question otherwise', () => assert.equal(titleOf(null, ['Where?', 'Why?']), 'Where?'))
  test('is short enough for an article', () => {
    assert.ok(titleOf('long '.repeat(100), []).length <= 150)
    assert.ok(titleOf('😀'.repeat(100), []).isWellFormed())
  })
})

describe('even a hostile text is quick', () => {
  for (const piece of [
    'Hi ',
    'Hi,',
    '您好',
    '\n',
    '- ',
    '1. ',
    'a.',
    '?',
    '.',
    'Thanks\n',
    ' ',
    '<',
    '尊敬的',
    'why ',
  ])
    test(JSON.stringify(piece), () => {
      const text = piece.repeat(20_000 / piece.length)
      const began = performance.now()
      bodyOf(text)
      questionsIn(text)
      withoutGreeting(text)
      titleOf(`re:${text}`, [text])
      const took = performance.now() - began
      assert.ok(took < 500, `${took} ms`)
    })
})
