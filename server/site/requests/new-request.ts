// The form with which a request is made, and what becomes of it.
import { EmailAddress, Id, limits } from '../../../contract/common.ts'
import { Topic, topics } from '../../../contract/conversations.ts'
import type { DeskSettings } from '../../../contract/desk.ts'
import { sentence } from '../../../locales/index.ts'
import { openRequest } from '../../modules/channels/index.ts'
import { settingsOf } from '../../modules/desk/index.ts'
import { nobody } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { toAppError } from '../../platform/http.ts'
import { newId } from '../../platform/ids.ts'
import type { FormFile } from '../../platform/pages/form.ts'
import type { Shown } from '../../platform/pages.ts'
import { choice, faultList, filesField, hidden, longField, textField } from '../fields.ts'
import { html } from '../html.ts'
import { page, type SiteVisit } from '../layout.ts'
import { type Words, wordsOf } from '../words.ts'
import { confirmationOf } from './confirmation.ts'
import { showWaysIn } from './enter.ts'
import { proposalsFor, showProposals } from './propose.ts'

const longestReference = 200
const names = ['subject', 'topic', 'description', 'reference', 'email'] as const
type Name = (typeof names)[number]
type Values = Record<Name, string>
type Faults = [Name, string][]

/** What was looked for before, and whether articles were proposed for this request: that happens once. */
interface Search {
  searchId: string | undefined
  isProposed: boolean
}

interface Filled {
  clientId: string
  search: Search
  values: Values
  faults: Faults
  /** What was refused although nothing was wrong with a field. */
  refused?: AppError
}

export async function showNewRequest(visit: SiteVisit): Promise<Shown> {
  await settingsIfOn(visit)
  if (isUnreachable(visit)) return showWaysIn(visit)
  const blank = Object.fromEntries(names.map(name => [name, ''])) as Values
  const topic = Topic.safeParse(visit.query.topic)
  return form(visit, {
    clientId: newId(),
    search: { searchId: idIn(visit.searchId), isProposed: false },
    values: { ...blank, topic: topic.success ? topic.data : '' },
    faults: [],
  })
}

/** A desk that sends no mail could answer nobody but those whom the exchange sends. */
const isUnreachable = ({ reader, desk }: SiteVisit) => !reader && !desk.mail.configured

/** Opens the request, or shows the form again with everything that was typed. */
export async function makeRequest(visit: SiteVisit): Promise<Shown> {
  await settingsIfOn(visit)
  if (isUnreachable(visit)) return showWaysIn(visit)
  const clientId = idIn(visit.form.text('client-id')) ?? newId()
  const search = {
    searchId: idIn(visit.form.text('search-id')),
    isProposed: visit.form.text('proposed') !== '',
  }
  const values = Object.fromEntries(names.map(name => [name, visit.form.text(name).trim()])) as Values
  const faults = faultsIn(values, wordsOf(visit.locale), visit.reader === undefined)
  if (faults.length > 0 || visit.form.text('change')) return form(visit, { clientId, search, values, faults })
  const { subject, topic, description, reference, email } = values
  const given = {
    clientId,
    subject,
    topic: topic as Topic,
    text: description,
    reference,
    locale: visit.locale,
  }
  const from = visit.reader?.actors[0] ?? { address: email, ip: visit.caller.ip }
  try {
    const { files, areThere } = await begun(visit.form.files)
    const about = { subject, description, searchId: search.searchId }
    const proposals = search.isProposed ? undefined : await proposalsFor(visit, about)
    const { searchId = search.searchId } = proposals ?? {}
    if (proposals && !areThere) return showProposals(visit, proposals, { ...values, 'client-id': clientId })
    const opened = await openRequest(visit.desk, from, { ...given, searchId, files })
    return { to: confirmationOf(visit, opened, proposals?.hits) }
  } catch (error) {
    const refused = toAppError(error as AppError)
    if (refused.status >= 500 && refused.code !== 'storage_full') throw error
    return form(visit, { clientId, search, values, faults: [], refused })
  }
}

const idIn = (text: string | undefined): string | undefined => (Id.safeParse(text).success ? text : undefined)

/** Whether there is any file, which has to be known before the first one is read. */
async function begun(files: AsyncIterable<FormFile>) {
  const all = files[Symbol.asyncIterator]()
  const first = await all.next()
  async function* whole(): AsyncGenerator<FormFile> {
    for (let one = first; !one.done; one = await all.next()) yield one.value
  }
  return { files: whole(), areThere: !first.done }
}

function faultsIn(values: Values, { t }: Words, isStranger: boolean): Faults {
  const faults: Faults = []
  const { subject, topic, description, reference, email } = values
  if (!subject) faults.push(['subject', t('fault_subject')])
  if (subject.length > limits.subject)
    faults.push(['subject', t('fault_subject_long', { limit: limits.subject })])
  if (!Topic.safeParse(topic).success) faults.push(['topic', t('fault_topic')])
  if (!description) faults.push(['description', t('fault_description')])
  if (description.length > limits.message - longestReference - 100)
    faults.push([
      'description',
      t('fault_description_long', { limit: limits.message - longestReference - 100 }),
    ])
  if (reference.length > longestReference)
    faults.push(['reference', t('fault_reference_long', { limit: longestReference })])
  if (isStranger && !EmailAddress.safeParse(email).success) faults.push(['email', t('fault_email')])
  return faults
}

async function settingsIfOn({ desk }: SiteVisit): Promise<DeskSettings> {
  const settings = await settingsOf(desk.read(nobody))
  if (!settings.channels.form) throw notFound()
  return settings
}

async function form(visit: SiteVisit, filled: Filled): Promise<Shown> {
  const { attachments } = await settingsIfOn(visit)
  const words = wordsOf(visit.locale)
  const { t } = words
  const isRefused = filled.faults.length > 0 || filled.refused !== undefined
  const body = html`${isRefused && refusal(words, filled)}
<p class="soft">${t('new_text')}</p>
${!visit.reader && html`<p><a href="/requests">${t('sign_in_first')}</a></p>`}
<form class="card" method="post" action="/requests/new" enctype="multipart/form-data" novalidate>
${hidden('client-id', filled.clientId)}
${filled.search.searchId && hidden('search-id', filled.search.searchId)}
${filled.search.isProposed && hidden('proposed', '1')}
${fieldsOf(words, filled, visit.reader === undefined)}
${
  attachments.enabled &&
  filesField({
    name: 'files',
    label: t('files'),
    hint: `${t('files_hint', filesAllowed)} ${t('loading_files')}`,
    optional: t('optional'),
  })
}
<p class="actions"><button>${t('send_request')}</button></p>
</form>`
  const status = filled.refused?.status ?? (isRefused ? 422 : 200)
  return page(visit, { title: t('new_title'), body, status })
}

const filesAllowed = { count: limits.filesPerMessage, megabytes: limits.file / 1024 / 1024 }

function refusal({ locale, t }: Words, { faults, refused }: Filled) {
  if (!refused)
    return faultList(t('fault_title', { count: faults.length }), faults, html`<p>${t('fault_files')}</p>`)
  const said = html`<p>${sentence(locale, refused.code, refused.details)}</p><p>${t('fault_files')}</p>`
  return faultList(t('failed_title'), [], said)
}

function fieldsOf({ t, strings }: Words, { values, faults }: Filled, isStranger: boolean) {
  const of = (name: Name) => ({
    name,
    value: values[name],
    fault: faults.find(([field]) => field === name)?.[1],
  })
  const named = topics.map(value => ({ value, label: String(strings.topics[value]) }))
  const optional = t('optional')
  return html`${textField({ ...of('subject'), label: t('subject'), hint: t('subject_hint') }, `type="text" maxlength="${limits.subject}"`)}
${choice({ ...of('topic'), label: t('topic') }, named, t('topic_none'))}
${longField({ ...of('description'), label: t('description'), hint: t('description_hint') })}
${textField({ ...of('reference'), label: t('reference'), hint: t('reference_hint'), optional }, 'type="text" autocomplete="off" spellcheck="false"')}
${isStranger && textField({ ...of('email'), label: t('email'), hint: t('email_hint') }, 'type="email" autocomplete="email"')}`
}
