// Rules: kept by leads and administrators, each change as a version of its own.
import type { KeptRule, Rule } from '../../../contract/automation.ts'
import { actorId, type Context, type ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { screen } from '../safety/index.ts'
import { screened } from './macros.ts'
import { checkReferences } from './references.ts'

/** Rules that are not archived, in the order in which they run. */
export async function listRules(ctx: Pick<ReadContext, 'db'>): Promise<KeptRule[]> {
  const rows = await ctx.db
    .selectFrom('rules')
    .innerJoin('rule_versions', join =>
      join
        .onRef('rule_versions.rule_id', '=', 'rules.id')
        .onRef('rule_versions.version', '=', 'rules.version'),
    )
    .select(['rules.id', 'rules.version', 'created_at', 'content'])
    .where('archived_at', 'is', null)
    // Ids are made in order of time: of equals the older one comes first, on every node.
    .orderBy('rules.id')
    .execute()
  return rows
    .map(({ id, version, created_at: at, content }) => ({
      id,
      version,
      changedAt: at.toISOString(),
      rule: content,
    }))
    .toSorted((one, other) => one.rule.position - other.rule.position)
}

/** Throws `invalid_input` where the rule names a team or somebody who isn't there. */
export async function createRule(ctx: Context, rule: Rule): Promise<{ id: string }> {
  await check(ctx, rule)
  const id = newId()
  await ctx.db.insertInto('rules').values({ id, version: 1 }).execute()
  await addVersion(ctx, id, 1, rule)
  return { id }
}

/** Makes `rule` the newest version. Throws `stale_version` when `version` isn't the newest one, and as `createRule` does. */
export async function changeRule(
  ctx: Context,
  id: string,
  { version, rule }: { version: number; rule: Rule },
): Promise<{ id: string }> {
  if ((await lockRule(ctx, id)) !== version) throw new AppError('stale_version')
  await check(ctx, rule)
  await ctx.db
    .updateTable('rules')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()
  await addVersion(ctx, id, version + 1, rule)
  // What stood still while it was off is not caught up with.
  if (!rule.enabled) await ctx.db.deleteFrom('rule_clocks').where('rule_id', '=', id).execute()
  return { id }
}

/** Takes a rule out of use; what it did stays in the log. */
export async function archiveRule(ctx: Context, id: string): Promise<void> {
  await lockRule(ctx, id)
  await ctx.db.updateTable('rules').set({ archived_at: ctx.now }).where('id', '=', id).execute()
  await ctx.db.deleteFrom('rule_clocks').where('rule_id', '=', id).execute()
}

async function lockRule(ctx: Context, id: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('rules')
    .select('version')
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.version
}

const check = (ctx: Context, { if: conditions, then }: Rule): Promise<void> =>
  checkReferences(
    ctx,
    then,
    'then',
    (conditions.teamIds ?? []).map((id, index) => ({ path: `if.teamIds.${index}`, id })),
  )

async function addVersion(ctx: Context, id: string, version: number, rule: Rule): Promise<void> {
  const content = {
    ...rule,
    name: screen(rule.name).text,
    when: screenedLists(rule.when),
    if: screenedLists(rule.if),
    then: rule.then.map(screened),
  }
  await ctx.db
    .insertInto('rule_versions')
    .values({
      rule_id: id,
      version,
      content: JSON.stringify(content),
      created_at: ctx.now,
      created_by: actorId(ctx.actor),
    })
    .execute()
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
