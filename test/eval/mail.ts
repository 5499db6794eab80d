// `npm run eval:mail -- <folder> [--fails]`: how well the desk reads mails and finds what is new in them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { atLeast, atMost, type Figure, isShort, print, say } from '../../bench/figures.ts'
import { createMailParser } from '../../server/modules/channels/email/parse/pool.ts'
import { bare, type Check, judge } from './judge.ts'
import { type Case, type Kind, type Result, readCases } from './mail-cases.ts'
import { readCase } from './read-case.ts'

const folder = process.argv.slice(2).find(argument => !argument.startsWith('--'))
const showsFails = process.argv.includes('--fails')
if (!folder) {
  say('usage: node test/eval/mail.ts <folder> [--fails]')
  process.exit(2)
}

interface Judged {
  one: Case
  result: Result
  checks: Check[]
}

const parser = createMailParser({ threads: 2 })
const judged: Judged[] = []
const cases = readCases(folder)
for (const [index, one] of cases.entries()) {
  if (index % 50 === 0) say(`${index} of ${cases.length}`)
  const content = readFileSync(join(folder, one.file))
  const result = await readCase(parser, one, content)
  judged.push({ one, result, checks: judge(one.expect, result, content.toString('utf8')) })
}
await parser.close()
if (showsFails) listFails()
const figures = figuresOf()
for (const figure of figures) print(figure)
process.exitCode = figures.some(isShort) ? 1 : 0

function figuresOf(): Figure[] {
  const ofKind = (kind: Kind) => judged.filter(({ one }) => one.kind === kind)
  const passing = (kind: Kind) => ofKind(kind).filter(isPassing).length / ofKind(kind).length
  const slowest = Math.max(...ofKind('mail').map(({ result }) => result.ms))
  return [
    { name: 'eval.mail.cases', value: ofKind('mail').length },
    atLeast('eval.mail.passing', passing('mail'), 0.967),
    atLeast('eval.mail.plain_replies', passing('reply_text'), 0.9),
    atLeast('eval.mail.html_replies', passing('reply_html'), 1),
    atLeast('eval.mail.signatures', passing('signature'), 0.77),
    atMost('eval.mail.errors', judged.filter(({ result }) => result.error !== undefined).length, 0),
    { name: 'eval.mail.slowest', value: slowest, unit: 'ms' },
  ]
}

function isPassing({ checks }: Judged): boolean {
  return checks.every(({ passed }) => passed)
}

function listFails(): void {
  for (const { one, result, checks } of judged) {
    const names = checks.filter(({ passed }) => !passed).map(({ name }) => name)
    if (names.length === 0) continue
    say(`${one.kind} ${one.id}: ${names.join(', ')} ${result.error ?? ''}`)
    for (const name of new Set(names)) say(`    ${name}: ${bare(shown(result, name)).slice(0, 300)}`)
  }
}

/** What was read where a check failed. */
function shown(result: Result, check: string): string {
  if (check.startsWith('file') || check === 'cids') return JSON.stringify(result.attachments)
  if (check.startsWith('body')) return `${result.body_text} | ${result.body_html_text}`
  if (check.startsWith('visible')) return result.visible_text
  return `${result.subject} | ${result.from_name} <${result.from_email}> | ${result.to_emails.join(' ')}`
}
