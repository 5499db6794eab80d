// What readers do in a request of theirs: write, send files, say that it is solved, fetch a file.
import { Id } from '../../../contract/common.ts'
import { attachmentLink, checkText, send, solve } from '../../modules/conversations/index.ts'
import { withFiles } from '../../modules/safety/index.ts'
import { type AppError, notFound } from '../../platform/errors.ts'
import { toAppError } from '../../platform/http.ts'
import { newId } from '../../platform/ids.ts'
import type { Shown } from '../../platform/pages.ts'
import type { SiteVisit } from '../layout.ts'
import { ownRequest } from './own.ts'
import { requestPage } from './request.ts'

/** Appends the message; what is refused is shown again, so that nothing typed is lost. */
export async function reply(visit: SiteVisit): Promise<Shown> {
  const own = await ownRequest(visit)
  const { desk, form } = visit
  const text = form.text('text')
  const typed = form.text('client-id')
  const clientId = Id.safeParse(typed).success ? typed : newId()
  try {
    // Too much is refused before files are taken in; whether there is too little is known afterwards.
    if (text.trim() !== '') checkText(text, 0)
    await withFiles(desk, own.actor, form.files, attachments =>
      send(desk, own.actor, own.id, { clientId, body: text, attachments }),
    )
    return { to: `/requests/${own.number}#reply` }
  } catch (error) {
    const refused = toAppError(error as AppError)
    if (refused.status >= 500 && refused.code !== 'storage_full') throw error
    return requestPage(visit, own, { clientId, text, refused })
  }
}

export async function markSolved(visit: SiteVisit): Promise<Shown> {
  const { id, number, actor } = await ownRequest(visit)
  await visit.desk.transact(actor, ctx => solve(ctx, id))
  return { to: `/requests/${number}` }
}

/** Leads to a file in a request by a link that is good for minutes. */
export async function fetchFile(visit: SiteVisit): Promise<Shown> {
  const { actor } = await ownRequest(visit)
  const { file = '' } = visit.params
  if (!Id.safeParse(file).success) throw notFound()
  return { to: (await attachmentLink(visit.desk.read(actor), file)).url }
}
