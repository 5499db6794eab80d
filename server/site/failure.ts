// A page for what went wrong: a sentence, its stable code, and the number by which the desk finds it in its log.
import { sentence } from '../../locales/index.ts'
import type { AppError } from '../platform/errors.ts'
import { html } from './html.ts'
import { page, type SiteVisit } from './layout.ts'
import { wordsOf } from './words.ts'

export function showFailure(visit: SiteVisit, { code, details, status }: AppError, requestId: string) {
  const { locale, t } = wordsOf(visit.locale)
  const isAboutRequests = visit.path.startsWith('/requests/')
  const back = isAboutRequests
    ? { to: '/requests', label: t('requests') }
    : { to: '/help', label: t('failed_home') }
  const body = html`<p>${sentence(locale, code, details)}</p>
<p class="soft small">${t('failed_code', { code, id: requestId })}</p>
<p class="actions"><a class="button" href="${back.to}">${back.label}</a></p>`
  return page(visit, { title: t('failed_title'), body, status })
}
