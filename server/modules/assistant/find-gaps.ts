// Finds what customers ask again and again, agents answer by hand and no article answers. Comes round; does the same twice.
import { setImmediate as breathe } from 'node:timers/promises'
import { type Desk, type ReadContext, system } from '../../platform/context.ts'
import { type AnswersFrom, handAnswers, placeOf, saidAt } from '../conversations/index.ts'
import { staffNames } from '../identity/index.ts'
import { listConcepts, searchArticles } from '../knowledge/index.ts'
import { group, peopleIn } from './group.ts'
import { languageOf } from './propose.ts'
import { phrasesOf, termsOf } from './question-terms.ts'
import { questionsIn } from './reply-text.ts'
import {
  type Asked,
  dropAnswered,
  type Found,
  fewestPeople,
  knownGaps,
  saveGaps,
  sinceOf,
} from './save-gaps.ts'

/** Conversations of a run, the newest. Gaps keep those that they had. */
const mostRead = 3_000
const pageSize = 500
/** Groups of a run that articles are looked for, those that most people asked. */
const mostGroups = 100
/** Questions of a group that are looked for: it is answered where most of them are. */
const mostSearched = 3
/** An answer of fewer characters says little: another of the group is shown, where there is one. */
const fewestSaid = 80
/** Questions between two breaths of the process. */
const atOnce = 25
const searchedLength = 300

export async function findGaps(desk: Desk): Promise<void> {
  const ctx = desk.read(system('findGaps'))
  const asked = await readAsked(ctx)
  const groups = group(asked)
    .filter(one => peopleIn(one) >= fewestPeople)
    .sort((one, other) => peopleIn(other) - peopleIn(one))
    .slice(0, mostGroups)
  const found: Found[] = []
  for (const members of groups) {
    const sample = members.find(one => one.answerLength >= fewestSaid) ?? members[0]!
    const searched = [sample, ...members.filter(one => one !== sample)].slice(0, mostSearched)
    found.push({ members, sample, isAnswered: await areAnswered(ctx, searched) })
  }
  await desk.transact(ctx.actor, tx => saveGaps(tx, found))
  const answered = await answeredNow(ctx, new Set(found.map(({ sample }) => sample.id)))
  if (answered.length > 0) await desk.transact(ctx.actor, tx => dropAnswered(tx, answered))
}

type AnswersPage = Awaited<ReturnType<typeof handAnswers>>

/** The newest conversations that a member of staff answered, page by page. */
async function readAsked(ctx: ReadContext): Promise<Asked[]> {
  const [staff, concepts] = await Promise.all([staffNames(ctx), listConcepts(ctx)])
  const phrases = phrasesOf(concepts)
  const asked: Asked[] = []
  const since = sinceOf(ctx.now)
  let from: AnswersFrom | null = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  for (let read = 0; from && read < mostRead; read += pageSize) {
    const page: AnswersPage = await handAnswers(ctx, { since, from, limit: pageSize })
    for (const [index, answer] of page.answers.entries()) {
      if (index % atOnce === 0) await breathe()
      // A key is a program's, and a subject alone is no question to show.
      if (!staff.has(answer.answeredBy) || questionsIn(answer.question).length === 0) continue
      const words = wordsOf(answer.subject, answer.question)
      const language = languageOf(answer.question, answer.locale)
      asked.push({ ...answer, who: answer.customerId, language, words, terms: termsOf(words, phrases) })
    }
    from = page.next
  }
  return asked
}

/** What a conversation is about: its subject, and what it asks. */
const wordsOf = (subject: string | null, question: string): string =>
  [subject, ...questionsIn(question)].filter(Boolean).join(' ').slice(0, searchedLength)

async function areAnswered(
  ctx: ReadContext,
  questions: readonly { words: string; language: string }[],
): Promise<boolean> {
  let answered = 0
  for (const { words: text, language: locale } of questions) {
    await breathe()
    const { hits } = await searchArticles(ctx, { text, locale, limit: 1 })
    if (hits.length > 0) answered += 1
  }
  return answered > questions.length / 2
}

/** Gaps that this run did not come across, because what is asked in them is older, and that an article answers by now. */
async function answeredNow(ctx: ReadContext, seen: ReadonlySet<string>): Promise<string[]> {
  const others = (await knownGaps(ctx)).filter(gap => !seen.has(gap.conversation_id))
  const said = await saidAt(
    ctx,
    others.map(gap => ({ id: gap.conversation_id, seq: gap.question_seq })),
  )
  const answered: string[] = []
  for (const gap of others) {
    const question = said.get(placeOf({ id: gap.conversation_id, seq: gap.question_seq }))
    const words = question && wordsOf(null, question.body)
    // What was deleted asks nothing any more.
    if (!words || (await areAnswered(ctx, [{ words, language: gap.language }]))) answered.push(gap.id)
  }
  return answered
}
