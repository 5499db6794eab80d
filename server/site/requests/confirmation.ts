// What somebody who made a request is told: its number, what happens next, and what was taken out of it.
import type { PredictionKind } from '../../../contract/predictions.ts'
import type { OpenedRequest } from '../../modules/channels/index.ts'
import { conversationHead } from '../../modules/conversations/index.ts'
import { settingsOf } from '../../modules/desk/index.ts'
import { articlePath, publishedArticle } from '../../modules/knowledge/index.ts'
import { predictedTimes, responseTimes } from '../../modules/sla/index.ts'
import { nobody } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { Shown } from '../../platform/pages.ts'
import { type Expected, expectedTimes } from '../expected.ts'
import { type Html, html } from '../html.ts'
import { page, type SiteVisit } from '../layout.ts'
import { type Words, wordsOf } from '../words.ts'
import { proposalList } from './propose.ts'

const purpose = 'made_request'

/** Where the browser goes once a request is made, so that going back or reloading sends nothing twice. */
export function confirmationOf(
  { desk }: SiteVisit,
  { number, secretsRemoved }: OpenedRequest,
  proposed: readonly { slug: string }[] = [],
): string {
  const articles = proposed.map(({ slug }) => slug).join('.')
  const about = { number: String(number), removed: secretsRemoved > 0 ? '1' : '0', articles }
  const sig = desk.secrets.sign(purpose, saidBy(about))
  return `/requests/made?${new URLSearchParams({ ...about, sig })}`
}

const saidBy = ({ number, removed, articles }: Record<'number' | 'removed' | 'articles', string>) =>
  `${number} ${removed} ${articles}`

/** Only for the number that was really given: a page of the desk says nothing that somebody else wrote into its address. */
export async function showConfirmation(visit: SiteVisit): Promise<Shown> {
  const { number = '', removed = '', articles = '', sig = '' } = visit.query
  if (!visit.desk.secrets.verify(purpose, saidBy({ number, removed, articles }), sig)) throw notFound()
  const { timeZone } = await settingsOf(visit.desk.read(nobody))
  const words = wordsOf(visit.locale, timeZone)
  const { t } = words
  const next = visit.reader
    ? { to: `/requests/${number}`, label: t('request_title', { number }) }
    : { to: '/requests', label: t('sent_ask') }
  const body = html`<section class="card">
<p class="number">${t('sent_number', { number })}</p>
${expectedTimes(words, await expectedFor(visit, number), visit.desk.clock())}
${!visit.reader && html`<p>${t('sent_stranger')}</p>`}
<p class="actions"><a class="button" href="${next.to}">${next.label}</a></p>
</section>
${removed === '1' && secretNotice(words)}
${await alsoFitting(visit, words, articles)}`
  return page(visit, { title: t('sent_title'), body })
}

/** What fitted a request that was sent with files: those could not be kept while its writer read. */
async function alsoFitting({ desk, locale }: SiteVisit, words: Words, slugs: string): Promise<Html | false> {
  const ctx = desk.read(nobody)
  const found = await Promise.all(
    slugs
      .split('.')
      .filter(slug => slug !== '')
      .map(slug => publishedArticle(ctx, slug, locale)),
  )
  const there = found.filter(one => one !== undefined && 'title' in one)
  if (there.length === 0) return false
  const list = proposalList(words, there, article => articlePath(article.locale, article.slug))
  return html`<section class="card"><h2>${words.t('sent_articles')}</h2>${list}</section>`
}

/** What was said of the request; what is usual for requests until that is reckoned, moments later. */
async function expectedFor({ desk }: SiteVisit, number: string): Promise<Expected> {
  const ctx = desk.read(nobody)
  const head = await conversationHead(ctx, { number: Number(number) })
  const predicted: Expected = head ? await predictedTimes(ctx, head.id) : {}
  if (predicted.firstReply || predicted.resolution) return predicted
  const { times } = await responseTimes(ctx)
  const usual = (kind: PredictionKind) => {
    const found = times.find(one => one.channel === 'form' && one.topic === null && one.kind === kind)
    const later = (ms: number) => new Date(ctx.now.getTime() + ms)
    return found?.range && { low: later(found.range.low), high: later(found.range.high) }
  }
  return { firstReply: usual('firstReply'), resolution: usual('resolution') }
}

const secretNotice = ({ t }: Words) =>
  html`<section class="notice wait"><h2>${t('secret_title')}</h2><p>${t('secret_text')}</p></section>`
