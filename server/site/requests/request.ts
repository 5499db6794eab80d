// One request: where it stands, everything that was said in it, and a box to say more.
import { limits } from '../../../contract/common.ts'
import { sentence } from '../../../locales/index.ts'
import {
  customerPage,
  handedTo,
  markRead,
  type Standing,
  standingOf,
} from '../../modules/conversations/index.ts'
import { settingsOf } from '../../modules/desk/index.ts'
import { publicTeamNames } from '../../modules/identity/index.ts'
import { predictedTimes } from '../../modules/sla/index.ts'
import { nobody } from '../../platform/context.ts'
import type { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Shown } from '../../platform/pages.ts'
import { expectedTimes } from '../expected.ts'
import { faultList, filesField, hidden, longField } from '../fields.ts'
import { type Html, html } from '../html.ts'
import { page, type SiteVisit } from '../layout.ts'
import { around, time, type Words, wordsOf } from '../words.ts'
import { type Own, ownRequest } from './own.ts'
import { pill, standingLine } from './standing.ts'
import { thread } from './thread.ts'

const entriesAtOnce = 100
/** Above every entry's number. */
const newest = 2 ** 31 - 1

/** What was typed into the box and not taken. */
export interface Unsent {
  clientId: string
  text: string
  refused: AppError
}

export async function showRequest(visit: SiteVisit): Promise<Shown> {
  return requestPage(visit, await ownRequest(visit))
}

export async function requestPage(visit: SiteVisit, own: Own, unsent?: Unsent): Promise<Shown> {
  const { timeZone } = await settingsOf(visit.desk.read(nobody))
  const words = wordsOf(visit.locale, timeZone)
  const { t, strings } = words
  const { conversation, entries, more, before, standing, teams, passes, times } = await readRequest(
    visit,
    own,
  )
  const number = String(own.number)
  const about = t('request_about', { number, topic: strings.topics[conversation.topic ?? 'other'] })
  const body = html`${unsent && faultList(t('failed_title'), [], refusal(words, unsent.refused))}
<section class="card"><p>${pill(words, standing.state)}</p>
${standingLine(words, standing, teams.get(standing.teamId ?? ''))}
${conversation.continuedIn && continuation(words, conversation.continuedIn.number)}
${isWaited(standing) && expectedTimes(words, times, visit.desk.clock())}
<p class="soft small">${around(about, { at: time(words, conversation.createdAt) })}</p>
${own.unproven && html`<p class="soft small">${t('request_unproven')}</p>`}</section>
<section class="thread" aria-label="${t('history')}">
${more && html`<p><a href="/requests/${number}?before=${entries[0]!.seq}">${t('earlier')}</a></p>`}
${thread(words, number, entries, passes)}
${before > 0 && html`<p><a href="/requests/${number}">${t('newest')}</a></p>`}
</section>
${standing.state !== 'closed' && standing.state !== 'merged' && (await box(visit, words, own, standing, unsent))}
<p><a href="/requests">${t('back_to_list')}</a></p>`
  const title = conversation.subject ?? t('request_title', { number })
  return page(visit, { title, body, status: unsent?.refused.status ?? 200 })
}

/** What the page shows. What is shown is read, and needs no mail any more. */
async function readRequest({ desk, query, locale }: SiteVisit, { id, actor }: Own) {
  const ctx = desk.read(actor)
  const before = Number(/^[1-9]\d{0,8}$/.exec(query.before ?? '')?.[0] ?? 0)
  const [shown, standing, handed, times] = await Promise.all([
    customerPage(ctx, id, { limit: entriesAtOnce, before: before || newest }),
    standingOf(ctx, id),
    handedTo(ctx, id),
    predictedTimes(ctx, id),
  ])
  const teamIds = [...handed.map(({ teamId }) => teamId), ...(standing.teamId ? [standing.teamId] : [])]
  const teams = await publicTeamNames(ctx, teamIds, locale)
  const passes = new Map(handed.map(({ seq, teamId }) => [seq, teams.get(teamId)]))
  const { unread, seq } = shown.conversation
  if (!before && unread > 0) await desk.transact(actor, write => markRead(write, id, seq))
  return { ...shown, before, standing, teams, passes, times }
}

const continuation = ({ t }: Words, number: number): Html =>
  html`<p class="actions"><a class="button" href="/requests/${String(number)}">${t('merged_open', { number: String(number) })}</a></p>`

/** Whether the next step is the desk's. */
const isWaited = ({ state }: Standing) => state === 'received' || state === 'with_us'

const refusal = ({ locale, t }: Words, { code, details }: AppError): Html =>
  html`<p>${sentence(locale, code, details)}</p><p>${t('fault_files')}</p>`

async function box(
  visit: SiteVisit,
  { t }: Words,
  { number }: Own,
  { state }: Standing,
  unsent: Unsent | undefined,
): Promise<Html> {
  const { attachments } = await settingsOf(visit.desk.read(nobody))
  const path = `/requests/${number}`
  const label = t(state === 'solved' ? 'reply_solved' : 'reply')
  const files = { count: limits.filesPerMessage, megabytes: limits.file / 1024 / 1024 }
  return html`<form class="card" method="post" action="${path}" enctype="multipart/form-data" novalidate id="reply">
${hidden('client-id', unsent?.clientId ?? newId())}
${longField({ name: 'text', label, value: unsent?.text ?? '' })}
${
  attachments.enabled &&
  filesField({
    name: 'files',
    label: t('files'),
    hint: `${t('files_hint', files)} ${t('loading_files')}`,
    optional: t('optional'),
  })
}
<p class="actions"><button>${t('reply_send')}</button></p>
</form>
${
  state !== 'solved' &&
  html`<form method="post" action="${path}/solve"><p class="actions"><button class="quiet">${t('mark_solved')}</button></p></form>`
}`
}
