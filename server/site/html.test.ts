// Templates escape what is put into them, wherever it stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, raw } from './html.ts'

test('values are text, templates are HTML, nothing is nothing', () => {
  const nasty = `<b a="1" c='2'>&amp;`
  assert.equal(html`<p title="${nasty}">${nasty}</p>`.text.match(/[<>]/g)!.length, 4)
  assert.equal(html`${[html`<i>${nasty[0]}</i>`, 1, null, undefined, false, '']}`.text, '<i>&lt;</i>1')
  assert.equal(html`${raw('<hr>')}`.text, '<hr>')
})
