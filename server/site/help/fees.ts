// What deposits and withdrawals cost, all on one page.
import { listFees } from '../../modules/knowledge/index.ts'
import type { Shown } from '../../platform/pages.ts'
import { html } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import { feeTable } from './fee-table.ts'
import { helpPage } from './help-page.ts'
import { opened } from './opened.ts'
import { waysOn } from './ways-on.ts'

export async function showFees(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { ctx, words, settings } = help
  const { h } = words
  const body = html`<p class="summary soft">${h('fees_text')}</p>
${feeTable(words, await listFees(ctx))}
${await waysOn(help, 'other')}`
  return helpPage(help, {
    at: 'fees',
    title: h('fees'),
    description: h('fees_description', { desk: settings.name }),
    body,
    kind: 'wide',
  })
}
