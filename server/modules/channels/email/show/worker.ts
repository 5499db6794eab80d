// The program of a thread that makes pages out of mails.
import { answerMails } from '../parse/answer-mails.ts'
import type { ParsedMail } from '../parse/mail.ts'
import { parse } from '../parse/parse.ts'
import { documentOf } from './document.ts'
import { enclosedPictures } from './enclosed-pictures.ts'
import type { Pages } from './pages.ts'
import { sanitise } from './sanitise.ts'

answerMails(async raw => ({ mail: pagesOf(await parse(raw)) }))

function pagesOf({ html, shows, files }: ParsedMail): Pages | null {
  if (html === null || shows === 'none') return null
  const page = (remote: boolean) =>
    documentOf(sanitise(html, { remote, enclosed: enclosedPictures(files) }).html)
  const own = page(false)
  return { own, remote: shows === 'remote' ? page(true) : own }
}
