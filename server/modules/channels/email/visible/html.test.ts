// HTML becomes sensible lines, and the marks of mail programs tell what is quoted.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { textOfHtml, visibleOfHtml } from './index.ts'

suite('HTML as text', () => {
  const cases: [string, string][] = [
    ['<p>one <b>two</b>\n three</p><p>four<br>five</p>', 'one two three\n\nfour\nfive'],
    ['<div>one</div><div><br></div><div>two</div>', 'one\n\ntwo'],
    ['<p class=MsoNormal>one</p><p class=MsoNormal>two</p>', 'one\ntwo'],
    ['see <a href="https://x.example">this page</a>.', 'see this page.'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<ul><li>a<li>b</ul>', 'a\nb'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['<title>x</title><style>p{}</style><script>"</p>"</script>a<!-- b -->', 'a'],
    ['1 &lt; 2 &amp; &eacute;&#x1F600;&nbsp;&#1114112;', '1 < 2 & é😀 \ufffd'],
    ['</div></p><b>a</i></b>', 'a'],
    ['', ''],
  ]
  for (const [html, text] of cases) test(html, () => assert.equal(textOfHtml(html), text))
})

const answer = '<div>It works.</div><div><br></div>'
const quotes: Record<string, string> = {
  Gmail:
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, May 6, 2024 at 3:04 PM Desk &lt;<a href="mailto:a@b.example">a@b.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">Does it?</blockquote></div>',
  'Gmail in a language nobody knows':
    '<div class="gmail_quote">Xyzzy plugh Desk<br><blockquote class="gmail_quote">Does it?</blockquote></div>',
  'Apple Mail':
    '<div dir="ltr">Sent from my iPhone</div><div><br><blockquote type="cite">On 6 May 2024, at 15:04, Desk &lt;a@b.example&gt; wrote:<br></blockquote></div><blockquote type="cite">Does it?</blockquote>',
  'Apple Mail, marked': '<div id="AppleMailSignature">Ann</div><blockquote type="cite">Does it?</blockquote>',
  Thunderbird:
    '<div class="moz-cite-prefix">Xyzzy plugh:<br></div><blockquote type="cite"><p>Does it?</p></blockquote><div class="moz-signature">-- <br>Ann</div>',
  'Outlook on the web':
    '<div id="Signature">Ann</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Xyzzy:</b> Desk<br></div><div>Does it?</div>',
  Outlook:
    '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>Von:</b> Desk<br><b>Gesendet:</b> Montag<br><b>An:</b> Ann<br><b>Betreff:</b> 5</p></div><p>Does it?</p>',
  'passed on by Outlook': '<div class="x_gmail_quote">Xyzzy<br><blockquote>Does it?</blockquote></div>',
  Yahoo: '<div id="x" class="yahoo_quoted"><div>Xyzzy plugh</div><div>Does it?</div></div>',
  Proton:
    '<div class="protonmail_signature_block">Sent with Proton Mail</div><div class="protonmail_quote">Xyzzy<br><blockquote type="cite">Does it?</blockquote></div>',
  QQ: '<div>------------------&nbsp;原始邮件&nbsp;------------------</div><div><b>发件人:</b>&nbsp;"Desk"&lt;a@b.example&gt;;</div><div><b>主题:</b>&nbsp;Re</div><div>Does it?</div>',
  163: '<p>在 2024-05-06 15:04:00，"Desk" &lt;a@b.example&gt; 写道：</p><blockquote id="isReplyContent">Does it?</blockquote>',
  Foxmail:
    '<hr><div id="_FoxSIGN">Ann</div><blockquote style="margin:0"><div><b>发件人：</b>a@b.example</div>Does it?</blockquote>',
}

suite('a quote in HTML is hidden', () => {
  for (const [name, quote] of Object.entries(quotes)) {
    test(name, () => {
      const { text, quoted } = visibleOfHtml(`<html><body>${answer}${quote}</body></html>`)
      assert.equal(text, 'It works.')
      assert.ok(quoted.endsWith('Does it?'), quoted)
    })
  }
})

suite('what was written in HTML stays', () => {
  test('below a signature and between quotes', () => {
    const visible = visibleOfHtml('<p>one</p><div class="gmail_signature">Ann</div><p>two</p>')
    assert.deepEqual(visible, { text: 'one\n\ntwo', quoted: '', signature: 'Ann' })
    const between = '<blockquote>a?</blockquote><p>yes</p><blockquote>b?</blockquote><p>no</p>'
    assert.equal(visibleOfHtml(between).text.replaceAll(/\s+/g, ' '), 'a? yes b? no')
  })

  test('in an indented paragraph', () => {
    const html = '<p>see</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px">this</blockquote>'
    assert.equal(visibleOfHtml(html).text.replaceAll(/\s+/g, ' '), 'see this')
  })

  test('where all would be hidden', () => {
    const html = '<blockquote type="cite">one</blockquote><div id="AppleMailSignature">two</div>'
    assert.deepEqual(visibleOfHtml(html), { text: 'one\ntwo', quoted: '', signature: '' })
  })
})
