// Compares what the desk read with what a case expects: whitespace never counts, addresses ignore case.
import type { Expectation, Result } from './mail-cases.ts'

export interface Check {
  name: string
  passed: boolean
}

/** Text without any blank, also the invisible ones. */
export const bare = (text: string | null | undefined): string =>
  (text ?? '').replaceAll(/[\s\u00a0\u200b-\u200d\ufeff\u00ad]+/g, '')

const same = (one: string | null | undefined, other: string | null | undefined) => bare(one) === bare(other)

const asSet = (values: readonly unknown[] | undefined) =>
  JSON.stringify((values ?? []).map(value => String(value).toLowerCase()).toSorted())

/** All checks of one case. `content` is the case's file, for cases in which nothing may be taken away. */
export function judge(expect: Expectation, result: Result, content: string): Check[] {
  if (result.error !== undefined) return [{ name: 'no_throw', passed: false }]
  return [
    ...head(expect, result),
    ...thread(expect, result),
    ...body(expect, result),
    ...visible(expect, result, content),
    ...files(expect, result),
    ...kind(expect, result),
  ]
}

/** A check only where the case says something. */
function when<Value>(value: Value | undefined, name: string, passes: (value: Value) => boolean): Check[] {
  return value === undefined || value === null || value === '' ? [] : [{ name, passed: passes(value) }]
}

/** The same, where also the empty text says something. */
function whenGiven<Value>(
  value: Value | undefined,
  name: string,
  passes: (value: Value) => boolean,
): Check[] {
  return value === undefined ? [] : [{ name, passed: passes(value) }]
}

const head = (expect: Expectation, result: Result): Check[] => [
  ...whenGiven(expect.subject, 'subject', subject => same(result.subject, subject)),
  ...when(expect.subject_nows, 'subject', subject => bare(result.subject) === subject),
  ...when(expect.subject_starts, 'subject', start => bare(result.subject).startsWith(bare(start))),
  ...when(expect.from_email, 'from_email', email => result.from_email.toLowerCase() === email),
  ...whenGiven(expect.from_name, 'from_name', name => same(result.from_name, name)),
  ...when(expect.to_emails, 'to', emails => asSet(result.to_emails) === asSet(emails)),
  ...when(expect.cc_emails, 'cc', emails => asSet(result.cc_emails) === asSet(emails)),
  ...when(expect.reply_to, 'reply_to', emails => emails.every(email => result.reply_to.includes(email))),
]

const thread = (expect: Expectation, result: Result): Check[] => [
  ...when(expect.message_id, 'message_id', id => result.message_id.includes(id)),
  ...when(expect.in_reply_to, 'in_reply_to', id => result.in_reply_to.includes(id)),
  ...when(expect.references_includes, 'references', ids =>
    ids.every(id => result.references.some(reference => reference.includes(id))),
  ),
  ...when(expect.date, 'date', date => result.date?.getTime() === new Date(date).getTime()),
]

function body(expect: Expectation, result: Result): Check[] {
  const forms = [result.body_text, result.body_html_text].filter(form => form !== null).map(bare)
  const whole = expect.body_text_nows ?? (expect.body_text === undefined ? undefined : bare(expect.body_text))
  const isWhole = (form: string) =>
    form === whole || (!!expect.body_title_prefix_ok && form.length >= 5 && whole!.endsWith(form))
  return [
    ...whenGiven(whole, 'body', () => (forms.length > 0 ? forms : ['']).some(isWhole)),
    ...(expect.contains_any_body ?? []).map(text => ({
      name: 'body_contains',
      passed: forms.some(form => form.includes(bare(text))),
    })),
    ...when(expect.body_ends, 'body_contains', end => forms.some(form => form.endsWith(bare(end)))),
    ...when(expect.body_starts, 'body_contains', start => forms.some(form => form.startsWith(bare(start)))),
  ]
}

function visible(expect: Expectation, result: Result, content: string): Check[] {
  const shown = bare(result.visible_text)
  const wanted = expect.visible_text_alternatives ?? [expect.visible_text ?? '']
  return [
    ...whenGiven(expect.visible_text, 'visible', () => wanted.some(text => bare(text) === shown)),
    ...whenGiven(expect.visible_text_nows, 'visible', text => text === shown),
    ...(expect.whole ? [{ name: 'visible', passed: shown === bare(content) }] : []),
    ...when(expect.visible_starts, 'visible', start => shown.startsWith(bare(start))),
    ...(expect.contains ?? []).map(text => ({
      name: 'visible_contains',
      passed: shown.includes(bare(text)),
    })),
    ...(expect.not_contains ?? []).map(text => ({
      name: 'visible_leak',
      passed: !shown.includes(bare(text)),
    })),
  ]
}

function files(expect: Expectation, { attachments: found }: Result): Check[] {
  const named = (name: string) => found.some(file => same(file.filename, name))
  const sized = (size: number) => found.some(file => file.size === size)
  const listed = found.filter(file => !file.hidden).map(file => file.filename)
  return [
    ...whenGiven(expect.attachment_count, 'file_count', count => found.length === count),
    ...when(expect.min_attachments, 'file_count', count => found.length >= count),
    ...when(expect.attachment_names, 'file_names', names => names.every(named)),
    ...when(expect.attachment_sizes, 'file_sizes', sizes => sizes.every(sized)),
    ...when(expect.has_attachment_size, 'file_sizes', sized),
    ...when(expect.cids, 'cids', ids => ids.every(id => found.some(file => (file.cid ?? '').includes(id)))),
    ...when(expect.visible_attachment_names, 'files_listed', names => asSet(listed) === asSet(names)),
    ...(expect.attachments ?? []).flatMap(wanted => [
      ...(wanted.hash_comparable
        ? [{ name: 'file_hash', passed: found.some(file => file.sha256 === wanted.sha256) }]
        : []),
      ...(wanted.filename && !wanted.filename_synthesized_by_peer
        ? [{ name: 'file_names', passed: named(wanted.filename) }]
        : []),
    ]),
  ]
}

const kind = (expect: Expectation, result: Result): Check[] => [
  ...whenGiven(expect.auto_reply, 'auto_reply', is => result.auto_reply === is),
  ...whenGiven(expect.bounce, 'bounce', is => result.bounce === !!is),
  ...(expect.no_auto_response
    ? [{ name: 'no_auto_response', passed: result.auto_reply || result.bounce }]
    : []),
  ...(expect.report ? [{ name: 'report', passed: result.report }] : []),
  ...when(expect.max_ms, 'max_ms', most => result.ms <= most),
]
