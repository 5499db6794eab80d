// The rules of the house (ARCHITECTURE.md), so that nobody has to remember them. Every rule is shown what it must refuse.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { z } from 'zod'
import * as en from '../locales/en.ts'
import * as zh from '../locales/zh.ts'
import { route } from '../server/platform/routes.ts'
import { routes } from '../server/routes.ts'
import { root } from './files.ts'
import { endpointsAreOnOnePage, faultsOfRoutes } from './structure/endpoints.ts'
import * as files from './structure/files.ts'
import * as imports from './structure/imports.ts'
import { differences } from './structure/languages.ts'
import { isTest, parse, type Rule, readSources } from './structure/source.ts'
import * as surroundings from './structure/surroundings.ts'
import { ownersWriteAlone, tablesHaveOneOwner, tablesInMigrations } from './structure/tables.ts'

const sources = readSources()

interface Case {
  rule: Rule
  /** Files that break the rule, by path. */
  refuses: Record<string, string>[]
  /** Files that look similar and keep it. */
  accepts?: Record<string, string>[]
}

const toSources = (made: Record<string, string>) =>
  Object.entries(made).map(([path, text]) => parse(path, text))

function rule(name: string, { rule: check, refuses, accepts = [] }: Case): void {
  suite(name, () => {
    test('holds', () => {
      const faults = check(sources)
      assert.equal(faults.length, 0, `\n${faults.join('\n')}\n`)
    })
    for (const made of refuses) {
      test(`refuses ${JSON.stringify(made)}`, () => assert.equal(check(toSources(made)).length, 1))
    }
    for (const made of accepts) {
      test(`accepts ${JSON.stringify(made)}`, () => assert.deepEqual(check(toSources(made)), []))
    }
  })
}

rule('contract imports zod and itself', {
  rule: imports.contractIsAlone,
  refuses: [
    { 'contract/a.ts': `import { x } from '../rules/x.ts'` },
    { 'contract/a.ts': `import pg from 'pg'` },
    { 'contract/a.ts': `export { x } from '../server/x.ts'` },
  ],
  accepts: [{ 'contract/a.ts': `import { z } from 'zod'\nimport { Id } from './common.ts'` }],
})

rule('rules, locales and look import nothing from outside', {
  rule: imports.sharedFoldersAreAlone,
  refuses: [
    { 'rules/a.ts': `import { z } from 'zod'` },
    { 'locales/fr.ts': `import type { X } from '../contract/x.ts'` },
    { 'look/a.ts': `const fs = await import('node:fs')` },
  ],
  accepts: [
    { 'rules/a.ts': `import { b } from './b.ts'` },
    { 'rules/a.test.ts': `import fc from 'fast-check'` },
  ],
})

rule('the widget takes only types from contract', {
  rule: imports.widgetTakesOnlyTypes,
  refuses: [
    { 'web/widget/a.ts': `import { limits } from '../../contract/common.ts'` },
    { 'web/widget/a.ts': `import { type Id } from '../../contract/common.ts'` },
  ],
  accepts: [{ 'web/widget/a.ts': `import type { Id } from '../../contract/common.ts'` }],
})

rule('web and server never import each other', {
  rule: imports.webAndServerAreApart,
  refuses: [
    { 'web/console/a.tsx': `import { App } from '../../server/app.ts'` },
    { 'server/site/a.ts': `import type { x } from '../../web/kit/x.tsx'` },
  ],
  accepts: [{ 'web/console/a.tsx': `import { x } from '../kit/x.tsx'` }],
})

rule('platform and text know no module', {
  rule: imports.platformKnowsNoModule,
  refuses: [
    { 'server/platform/a.ts': `import { staff } from '../modules/identity/index.ts'` },
    { 'server/text/a.ts': `import { App } from '../app.ts'` },
  ],
  accepts: [
    { 'server/platform/a/b.ts': `import { c } from '../c.ts'\nimport { z } from '../../../contract/x.ts'` },
  ],
})

rule('a module imports index.ts of earlier modules', {
  rule: imports.modulesFollowTheOrder,
  refuses: [
    { 'server/modules/identity/a.ts': `import { append } from '../conversations/index.ts'` },
    { 'server/modules/conversations/a.ts': `import { hash } from '../identity/hash.ts'` },
    { 'server/modules/conversations/a.ts': `import { App } from '../../app.ts'` },
    { 'server/modules/conversations/a.ts': `import { site } from '../../site/x.ts'` },
  ],
  accepts: [
    {
      'server/modules/conversations/a.ts': `import { x } from '../identity/index.ts'\nimport { y } from './b.ts'`,
    },
    { 'server/modules/channels/widget/a.ts': `import { x } from '../registry.ts'` },
  ],
})

rule('every module is in the order', {
  rule: imports.modulesAreInTheOrder,
  refuses: [{ 'server/modules/tickets/a.ts': '' }],
  accepts: [{ 'server/modules/routing/a.ts': '' }],
})

rule('nothing imports the site but what builds the server', {
  rule: imports.siteIsOnTop,
  refuses: [{ 'server/platform/a.ts': `import { page } from '../site/page.ts'` }],
  accepts: [{ 'server/app.ts': `import { site } from './site/index.ts'` }],
})

rule('only config.ts reads the environment', {
  rule: surroundings.oneFileReadsTheEnvironment,
  refuses: [
    { 'server/modules/desk/a.ts': `const x = process.env.X` },
    { 'server/a.ts': `import { env } from 'node:process'` },
    { 'web/console/a.ts': `const { X } = process.env` },
  ],
  accepts: [{ 'server/platform/config.ts': `process.env.X` }, { 'bench/run.ts': `process.env.X` }],
})

rule('only outbound.ts connects to the outside', {
  rule: surroundings.oneDoorToTheOutside,
  refuses: [
    { 'server/modules/exchange/a.ts': `await fetch('https://x')` },
    { 'server/modules/exchange/a.ts': `import * as http from 'node:http'\nhttp.request('x')` },
    { 'server/modules/exchange/a.ts': `import { connect as c } from 'node:tls'\nc(443)` },
  ],
  accepts: [
    { 'server/platform/outbound.ts': `await fetch('https://x')` },
    {
      'server/modules/exchange/a.ts': `import { createServer } from 'node:net'\ncreateServer()\nmap.get('x')`,
    },
  ],
})

rule('modules and rules take the time from their context', {
  rule: surroundings.timeComesFromTheContext,
  refuses: [
    { 'server/modules/sla/a.ts': 'const now = new Date()' },
    { 'rules/a.ts': 'const now = Date.now()' },
    { 'server/modules/sla/a.ts': 'const sql = `select * from x where due < now()`' },
  ],
  accepts: [{ 'server/modules/sla/a.ts': 'const at = new Date(ctx.now.getTime() + 1)' }],
})

const owned = {
  'server/modules/identity/tables.ts': `interface Own { staff: object }\ndeclare module 'x' { interface Tables extends Own {} }`,
}

rule('a table is written by its owner alone', {
  rule: ownersWriteAlone(tablesInMigrations()),
  refuses: [
    { ...owned, 'server/modules/desk/a.ts': `ctx.db.updateTable('staff').set({})` },
    { ...owned, 'server/modules/desk/a.ts': 'const text = `with x as (delete from staff) select 1`' },
    { ...owned, 'server/modules/desk/a.ts': 'sql`update staff as s set name = ${name}`' },
    { 'server/modules/desk/a.ts': `ctx.db.insertInto('staff')` },
    { ...owned, 'server/modules/desk/a.ts': `const insertStaff = inserting('staff', ['name'])` },
    { ...owned, 'server/modules/desk/a.ts': `const staff = versioned<'person', Person>('staff', 'person')` },
    { 'server/modules/desk/a.ts': `const text = 'insert into events (id) values (1)'` },
  ],
  accepts: [
    { ...owned, 'server/modules/identity/a.ts': `ctx.db.updateTable('staff')` },
    { ...owned, 'server/modules/desk/a.ts': `ctx.db.selectFrom('staff') // update staff set` },
    {
      'server/platform/a.ts': `const text = 'insert into events (id) values (1) on conflict do update set x = 1'`,
    },
  ],
})

rule('a table has one owner', {
  rule: tablesHaveOneOwner,
  refuses: [{ ...owned, 'server/modules/desk/tables.ts': owned['server/modules/identity/tables.ts'] }],
  accepts: [owned],
})

rule('the first line of a file says why it exists', {
  rule: files.firstLineSaysWhy,
  refuses: [{ 'rules/a.ts': `import x from './x.ts'\n// Why this is here.` }, { 'rules/a.ts': '// TODO\n' }],
  accepts: [{ 'server/launch.js': '#!/usr/bin/env node\n// Starts the right Node.' }],
})

rule('names say something', {
  rule: files.namesSaySomething,
  refuses: [
    { 'server/utils/a.ts': '' },
    { 'server/platform/mail-helper.ts': '' },
    { 'rules/a.ts': 'export class SessionManager {}' },
    { 'rules/a.ts': 'const mailService = 1' },
  ],
  accepts: [{ 'rules/a.ts': 'const managers = 1, serviceLevel = 2' }],
})

rule('files stay short', {
  rule: files.filesStayShort,
  refuses: [{ 'rules/a.ts': 'x\n'.repeat(files.cap + 1) }],
  accepts: [
    { 'rules/a.ts': 'x\n'.repeat(files.cap) },
    { 'locales/fr.ts': 'x\n'.repeat(files.cap + 1) },
    { 'rules/a.test.ts': 'x\n'.repeat(files.cap + 1) },
  ],
})

rule('no file is empty', {
  rule: files.noFileIsEmpty,
  refuses: [{ 'rules/a.ts': '// Will be written later.' }],
  accepts: [{ 'rules/a.ts': 'export {}' }],
})

rule('modules explain themselves', {
  rule: made => files.modulesExplainThemselves(readmes())(made),
  refuses: [{ 'server/modules/nothing-there/a.ts': '' }],
})

test('a README of a module has at most 40 lines', () => {
  const long = new Map([['desk', 'x\n'.repeat(41)]])
  assert.equal(files.modulesExplainThemselves(long)(toSources({ 'server/modules/desk/a.ts': '' })).length, 1)
})

function readmes(): Map<string, string> {
  const folder = join(root, 'server/modules')
  const paths = readdirSync(folder).map(name => [name, join(folder, name, 'README.md')] as const)
  return new Map(
    paths.filter(([, path]) => existsSync(path)).map(([name, path]) => [name, readFileSync(path, 'utf8')]),
  )
}

rule('endpoints are on one page', {
  rule: endpointsAreOnOnePage,
  refuses: [{ 'server/site/a.ts': `app.get('/secret', async () => 1)` }],
  accepts: [{ 'server/platform/a.ts': `app.get('/healthz', async () => 1)\nmap.get('/secret')` }],
})

suite('every route says who may, what it is for, and begins with /api/', () => {
  test('holds', () => assert.deepEqual(faultsOfRoutes(routes), []))
  const made = (change: object) =>
    route({
      method: 'GET',
      path: '/api/x',
      allow: 'staff',
      summary: 'x',
      tag: 'x',
      answer: z.object({}),
      read: async () => ({}),
      ...change,
    })
  test('refuses a route without a permission', () =>
    assert.equal(faultsOfRoutes([made({ allow: undefined })]).length, 1))
  test('refuses an unknown permission', () =>
    assert.equal(faultsOfRoutes([made({ allow: 'all' })]).length, 1))
  test('refuses another prefix', () => assert.equal(faultsOfRoutes([made({ path: '/admin' })]).length, 1))
  test('refuses a route without a summary', () =>
    assert.equal(faultsOfRoutes([made({ summary: '' })]).length, 1))
  test('refuses the same route twice', () => assert.equal(faultsOfRoutes([made({}), made({})]).length, 1))
})

suite('languages say the same', () => {
  test('holds', () => assert.deepEqual(differences('zh', zh, en), []))
  test('refuses a missing key', () => assert.equal(differences('zh', { a: {} }, { a: { b: 'x' } }).length, 1))
  test('refuses a key too much', () =>
    assert.equal(differences('zh', { a: 'x', b: 'y' }, { a: 'x' }).length, 1))
  test('refuses another value', () => assert.equal(differences('zh', { a: '{x}' }, { a: '{y}' }).length, 1))
  test('refuses an empty text', () => assert.equal(differences('zh', { a: '' }, { a: 'x' }).length, 1))
  test('accepts other plural forms', () =>
    assert.deepEqual(
      differences('zh', { a: { other: '{count}' } }, { a: { one: 'one', other: '{count}' } }),
      [],
    ))
})

test('the house in numbers', context => {
  const code = sources.filter(source => !isTest(source) && !files.isData(source))
  const lengths = code.map(files.lines).sort((one, other) => one - other)
  const at = (share: number) => lengths[Math.floor(share * (lengths.length - 1))]
  const longest = code.reduce((one, other) => (files.lines(one) >= files.lines(other) ? one : other))
  context.diagnostic(
    `${code.length} files; lines: median ${at(0.5)} (aim 80), p90 ${at(0.9)} (aim 250), longest ${files.lines(longest)} (${longest.path})`,
  )
  assert.ok(code.length > 0)
})
