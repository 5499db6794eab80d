// What an article could say that is made of a question and its answer, with nothing in it that belongs to one person.
import type { ArticleProposal } from '../../../contract/assistant.ts'
import { stringsFor } from '../../../locales/index.ts'
import type { ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { detectLanguage } from '../../text/detect-language.ts'
import { impersonal, type Neutral } from '../../text/impersonal.ts'
import { loadConversation, readEntries } from '../conversations/index.ts'
import { profilesOf } from '../customers/index.ts'
import { settingsOf } from '../desk/index.ts'
import { bodyOf, questionsIn, titleOf } from './reply-text.ts'

/** Messages before a reply among which its question is. */
const mostBefore = 50

/** An article made of an agent's message. Throws not_found for what isn't one, or isn't the reader's to see. */
export async function proposeFromReply(
  ctx: ReadContext,
  { id, seq }: { id: string; seq: number },
): Promise<ArticleProposal> {
  const conversation = await loadConversation(ctx, id)
  const said = await readEntries(ctx, id, { before: seq + 1, limit: mostBefore })
  const messages = said.filter(entry => entry.kind === 'message' && entry.deleted_at === null)
  const reply = messages.find(entry => entry.seq === seq && entry.author_kind === 'staff')
  if (!reply) throw notFound()
  const asked = messages.findLast(entry => entry.author_kind === 'customer')
  return proposal(ctx, {
    subject: conversation.subject,
    question: asked?.body ?? '',
    answer: reply.body,
    locale: conversation.locale,
    customerId: conversation.customer_id,
    names: messages.map(entry => entry.author_name),
  })
}

export interface Talk {
  subject: string | null
  question: string
  answer: string
  /** The conversation's, where the words don't show their language. */
  locale: string
  customerId: string
  /** Of all who wrote, besides the customer. */
  names: readonly (string | null)[]
}

/** Whoever calls has checked that its reader may see the conversation, or shows it to them cleaned. */
export async function proposal(ctx: ReadContext, talk: Talk): Promise<ArticleProposal> {
  const customer = (await profilesOf(ctx, [talk.customerId])).get(talk.customerId)
  const { languages, defaultLocale } = await settingsOf(ctx)
  const language = languageOf(`${talk.question} ${talk.answer}`, talk.locale)
  const locale = languages.find(tag => tag.split('-')[0] === language) ?? defaultLocale
  const clean = cleaner(locale, [customer?.name, ...talk.names])
  const questions = questionsIn(clean(talk.question))
  return {
    locale,
    locales: languages,
    content: {
      title: titleOf(talk.subject && clean(talk.subject), questions),
      summary: '',
      body: clean(bodyOf(talk.answer)),
      questions,
    },
  }
}

/** The language of a text, without its region; the conversation's where the text doesn't show it. */
export const languageOf = (text: string, locale: string): string =>
  detectLanguage(text) ?? locale.split('-')[0] ?? locale

/** Takes out of texts in a language what belongs to these people, or to anybody. */
export function cleaner(
  locale: string,
  names: readonly (string | null | undefined)[],
): (text: string) => string {
  const neutral: Neutral = {
    names: [...new Set(names)].filter(name => typeof name === 'string'),
    words: stringsFor(locale).impersonal as Neutral['words'],
  }
  return text => impersonal(text, neutral)
}
