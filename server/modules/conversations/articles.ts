// Articles for whoever answers: by what the customer wrote last.
import type { HelpHit } from '../../../contract/help.ts'
import type { ReadContext } from '../../platform/context.ts'
import { fittingArticles } from '../knowledge/index.ts'
import { loadConversation } from './access.ts'
import { customerTexts } from './customer-texts.ts'

const most = 3
/** Of the newest messages together: what they are about now. */
const messages = 3
const looksAt = 600

/** The best first; none where nothing fits. Throws not_found for what the reader may not see. */
export async function articlesForConversation(ctx: ReadContext, id: string): Promise<HelpHit[]> {
  const { subject, locale, seq: to } = await loadConversation(ctx, id)
  const [texts = []] = (await customerTexts(ctx, [{ id, from: 1, to }])).values()
  const said = texts.slice(-messages).join('\n').slice(-looksAt)
  const text = [subject, said].filter(Boolean).join('\n')
  return text.trim() === '' ? [] : fittingArticles(ctx, { text, locale, limit: most })
}
