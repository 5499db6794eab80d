// What was said in a request, and the steps it took that mean something to the customer, in order.
import type { CustomerEntry } from '../../../contract/conversations.ts'
import { fill } from '../../../locales/index.ts'
import { type Html, html } from '../html.ts'
import { sizeText, time, type Words } from '../words.ts'

type Message = Extract<CustomerEntry, { kind: 'message' }>
type Line = Extract<CustomerEntry, { kind: 'line' }>

/** `passes`: what customers know the teams as that it came to, by the entry that says so to the desk alone. */
export function thread(
  words: Words,
  number: string,
  entries: readonly CustomerEntry[],
  passes: ReadonlyMap<number, string | undefined>,
): Html {
  const [first] = entries
  return html`${first?.seq === 1 && step(words, words.t('line_received'), first.at)}
${entries.map(entry => {
  if (entry.kind === 'message') return message(words, number, entry)
  if (entry.kind === 'line') return line(words, entry)
  const team = entry.kind === 'hidden' && passes.get(entry.seq)
  return team && step(words, words.t('line_with_team', { team }), entry.at)
})}`
}

function message(
  words: Words,
  number: string,
  { author, at, body, attachments, editedAt, deletedAt }: Message,
) {
  const { t } = words
  const isOwn = author.kind === 'customer'
  return html`<article class="message ${isOwn ? 'own' : 'desk'}">
<p class="by"><b dir="auto">${nameOf(words, author)}</b> <span>${time(words, at)}${editedAt && ` · ${t('edited')}`}</span></p>
${deletedAt ? html`<p class="soft">${t('deleted')}</p>` : body && html`<p class="body" dir="auto">${body}</p>`}
${attachments.length > 0 && html`<ul class="attached">${attachments.map(file => html`<li>${attached(words, number, file)}</li>`)}</ul>`}
</article>`
}

function nameOf({ t }: Words, { kind, name }: Message['author']): string {
  if (kind === 'customer') return t('you')
  return name ?? t(kind === 'assistant' ? 'assistant' : 'support')
}

/** Links go by the page, which asks each time who wants the file: signed ones last for minutes only. */
function attached(words: Words, number: string, file: Message['attachments'][number]): Html {
  const { t } = words
  const { id, name, size, image } = file
  const path = `/requests/${number}/files/${id}`
  const link = html`<a href="${path}"><bdi>${t('file', { name, size: sizeText(words, size) })}</bdi></a>`
  if (!image) return link
  return html`<figure><img src="${path}" alt="${t('image', { name })}" loading="lazy"><figcaption>${link}</figcaption></figure>`
}

/** What happens behind the scenes of a chat says nothing to somebody who reads afterwards. */
const told = {
  queued: 'line_queued',
  joined: 'line_joined',
  handed_over: 'line_handed_over',
  no_agent: 'line_no_agent',
  secret_removed: 'line_secret_removed',
  solved: 'line_solved',
  reopened: 'line_reopened',
  closed: 'line_closed',
} as const

/** In these words customers read them in the chat as well. */
const toldAlike = [
  'merged_into',
  'merged_from',
  'unmerged',
  'unmerged_from',
  'same_as',
  'split_into',
  'split_from',
  'with_team',
] as const

function line(words: Words, { code, values, at }: Line): Html | false {
  const alike = toldAlike.find(one => one === code)
  if (alike)
    return step(words, fill(words.locale, words.strings.lines[alike], { number: String(values.number) }), at)
  const key = Object.hasOwn(told, code) ? told[code as keyof typeof told] : undefined
  if (!key) return false
  const said = words.t(key, { name: values.name ?? words.t('support') })
  if (code === 'secret_removed') return html`<p class="notice wait">${said}</p>`
  return step(words, said, at)
}

const step = (words: Words, said: string, at: string): Html =>
  html`<p class="line"><bdi>${said}</bdi> · ${time(words, at)}</p>`
