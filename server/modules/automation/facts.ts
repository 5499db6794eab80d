// What rules look at: how conversations stand, what their customers wrote, and whether the desk is open.
import type { KeptRule, Rule } from '../../../contract/automation.ts'
import type { ReadContext } from '../../platform/context.ts'
import { customerTexts, traitsOf } from '../conversations/index.ts'
import { openCalendars } from '../sla/index.ts'
import { type Facts, reasonsWithoutWords } from './match.ts'
import { type Phrase, phrasesOf, plain } from './phrases.ts'

/** Of one conversation: which of its entries are looked through, and the rules that ask. */
export interface Look {
  id: string
  from: number
  to: number
  rules: readonly KeptRule[]
}

/**
 * The facts of each look whose rules may match; texts are read only where a rule that matches otherwise asks for words.
 * Nothing for conversations that aren't there any more.
 */
export async function factsFor<L extends Look>(
  ctx: Pick<ReadContext, 'db' | 'run' | 'now' | 'secrets'>,
  looks: readonly L[],
): Promise<Map<L, Facts>> {
  const rules = looks.flatMap(look => look.rules)
  const [traits, open] = await Promise.all([
    traitsOf(ctx, [...new Set(looks.map(({ id }) => id))]),
    rules.some(({ rule }) => rule.if.hours) ? openCalendars(ctx) : new Map<string, boolean>(),
  ])
  const isOpen = (calendarId: string) => open.get(calendarId)
  const hopeful = looks.filter(look => {
    const found = traits.get(look.id)
    return found && look.rules.some(({ rule }) => reasonsWithoutWords(rule.if, { ...found, isOpen }))
  })
  const texts = await customerTexts(
    ctx,
    hopeful.filter(look => look.rules.some(({ rule }) => rule.if.words)),
  )
  return new Map(
    hopeful.map(look => {
      const found = traits.get(look.id)!
      const said = [...(found.subject ? [found.subject] : []), ...(texts.get(look) ?? [])]
      return [look, { ...found, isOpen, texts: said.map(plain) }]
    }),
  )
}

const known = new WeakMap<Rule, Phrase[]>()

/** The words of a rule, made ready once for each of its versions. */
export function phrasesFor({ rule }: Pick<KeptRule, 'rule'>): Phrase[] {
  const ready = known.get(rule) ?? phrasesOf(rule.if.words ?? [])
  known.set(rule, ready)
  return ready
}
