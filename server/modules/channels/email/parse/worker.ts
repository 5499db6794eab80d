// The program of a parser's thread.
import { detectLanguage } from '../../../../text/detect-language.ts'
import { visibleOf } from '../reading.ts'
import { answerMails } from './answer-mails.ts'
import type { ReadMail } from './mail.ts'
import { parse } from './parse.ts'

answerMails<ReadMail>(async raw => {
  const parsed = await parse(raw)
  const visible = visibleOf(parsed)
  const given = parsed.files
    .map(({ content }) => content.buffer)
    .filter(buffer => buffer instanceof ArrayBuffer)
  return { mail: { ...parsed, visible, language: detectLanguage(visible.text) }, given }
})
