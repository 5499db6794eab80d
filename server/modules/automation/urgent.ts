// Whether what somebody writes is urgent, by the rules that make it so: those are a lead's to change.
import type { Rule } from '../../../contract/automation.ts'
import type { ReadContext } from '../../platform/context.ts'
import { listRules } from './kept-rules.ts'
import { firstIn, phrasesOf, plain } from './phrases.ts'

/** Whether a rule that is on would make a new conversation with these words urgent, whatever else it asks for. Linear in the text. */
export async function isUrgent(ctx: ReadContext, text: string): Promise<boolean> {
  const words = (await listRules(ctx)).flatMap(({ rule }) => (makesUrgent(rule) ? (rule.if.words ?? []) : []))
  return words.length > 0 && firstIn(plain(text), phrasesOf(words)) !== undefined
}

const makesUrgent = ({ enabled, when, then }: Rule): boolean =>
  enabled &&
  (when.event === 'opened' || when.event === 'customer_wrote') &&
  then.some(action => action.do === 'set_priority' && action.priority === 'urgent')
