// Rules: kept by leads and administrators, each change as a version of its own.
import type { KeptRule, Rule } from '../../../contract/automation.ts'
import type { Context } from '../../platform/context.ts'
import { type VersionReader, versioned } from '../../platform/versions.ts'
import { screen } from '../safety/index.ts'
import { screened } from './macros.ts'
import { checkReferences } from './references.ts'

const rules = versioned<'rule', Rule>('rules', 'rule')

/** Rules that are not archived, in the order in which they run. */
export const listRules = async (ctx: VersionReader): Promise<KeptRule[]> =>
  (await rules.list(ctx)).toSorted((one, other) => one.rule.position - other.rule.position)

/** A rule that is not archived. */
export const ruleById = (ctx: VersionReader, id: string): Promise<KeptRule | undefined> => rules.find(ctx, id)

/** Throws `invalid_input` where the rule names a team or somebody who isn't there. */
export const createRule = async (ctx: Context, rule: Rule): Promise<{ id: string }> =>
  rules.create(ctx, await checked(ctx, rule))

/** Makes `rule` the newest version. Throws `stale_version` when `version` isn't the newest one, and as `createRule` does. */
export async function changeRule(
  ctx: Context,
  id: string,
  { version, rule }: { version: number; rule: Rule },
): Promise<{ id: string }> {
  const changed = await rules.change(ctx, id, version, () => checked(ctx, rule))
  // What stood still while it was off is not caught up with.
  if (!rule.enabled) await dropClock(ctx, id)
  return changed
}

/** Takes a rule out of use; what it did stays in the log. */
export async function archiveRule(ctx: Context, id: string): Promise<void> {
  await rules.archive(ctx, id)
  await dropClock(ctx, id)
}

async function dropClock(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('rule_clocks').where('rule_id', '=', id).execute()
}

/** As it may be kept: whatever it names is there, and its texts are screened. */
async function checked(ctx: Context, rule: Rule): Promise<Rule> {
  const teams = (rule.if.teamIds ?? []).map((id, index) => ({ path: `if.teamIds.${index}`, id }))
  await checkReferences(ctx, rule.then, 'then', teams)
  return {
    ...rule,
    name: screen(rule.name).text,
    when: screenedLists(rule.when),
    if: screenedLists(rule.if),
    then: rule.then.map(screened),
  }
}

const ofWords = ['words', 'tags', 'withoutTags']

/** Lists of words and tags are screened like any other text. */
const screenedLists = <Part extends object>(part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).map(([name, value]) =>
      ofWords.includes(name) && Array.isArray(value)
        ? [name, value.map(one => screen(String(one)).text)]
        : [name, value],
    ),
  ) as Part
