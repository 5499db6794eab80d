// The program of a thread that makes pages out of mails: one mail at a time, its bytes in, its pages out.
import { parentPort } from 'node:worker_threads'
import { MailUnreadable, type ParsedMail } from '../parse/mail.ts'
import { parse } from '../parse/parse.ts'
import type { Answer } from '../parse/thread.ts'
import { documentOf } from './document.ts'
import { enclosedPictures } from './enclosed-pictures.ts'
import type { Pages } from './pages.ts'
import { sanitise } from './sanitise.ts'

const port = parentPort!

port.on('message', (raw: Uint8Array) => void show(raw))

async function show(raw: Uint8Array): Promise<void> {
  try {
    answer({ mail: pagesOf(await parse(raw)) })
  } catch (error) {
    answer({
      failed: error instanceof MailUnreadable ? error.reason : 'malformed',
      words: String(error).slice(0, 500),
    })
  }
}

function pagesOf({ html, shows, files }: ParsedMail): Pages | null {
  if (html === null || shows === 'none') return null
  const page = (remote: boolean) =>
    documentOf(sanitise(html, { remote, enclosed: enclosedPictures(files) }).html)
  const own = page(false)
  return { own, remote: shows === 'remote' ? page(true) : own }
}

const answer = (said: Answer<Pages | null>) => port.postMessage(said)
