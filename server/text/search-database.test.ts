// PostgreSQL itself must take every literal the analyser writes, and agree on what is found.

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import * as fc from 'fast-check'
import pg from 'pg'
import { createDatabase, stopOwnServer, type TestDatabase } from '../../test/databases.ts'
import { toSearchQuery } from './search-query.ts'
import { toSearchVector } from './search-vector.ts'

suite('PostgreSQL', () => {
  let database: TestDatabase
  let client: pg.Client

  before(async () => {
    database = await createDatabase({ migrated: false })
    client = new pg.Client(database.connection)
    await client.connect()
  })

  after(async () => {
    await client.end()
    await database.drop()
    await stopOwnServer()
  })

  const ask = async (pairs: { text: string; query: string }[]) => {
    const { rows } = await client.query<{ vector: string; found: boolean | null }>(
      `select vector::tsvector::text as vector, vector::tsvector @@ query::tsquery as found
       from unnest($1::text[], $2::text[]) with ordinality as pairs (vector, query, place) order by place`,
      [pairs.map(pair => toSearchVector(pair.text)), pairs.map(pair => toSearchQuery(pair.query))],
    )
    return rows
  }

  test('takes the literals of any text, and finds a text by itself', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom("'", '\\', '\0', '\ud800', '提币', "don't ", 'a@b.c ', ':*', ' & ', '|!()', '<->'),
    )
    const text = fc.array(piece, { maxLength: 12 }).map(list => list.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 100, maxLength: 100 }), async texts => {
        const rows = await ask(texts.map(one => ({ text: one, query: one })))
        for (const [at, { found }] of rows.entries()) {
          assert.equal(found, toSearchQuery(texts[at]!) === null ? null : true, JSON.stringify(texts[at]))
        }
      }),
      { numRuns: 20 },
    )
  })

  test('finds what people search for, and no more', async () => {
    const text = '我的 USDT 提幣沒到賬 (order 30001), withdrawals of BTCUSDT to juan@exa.com'
    const queries = {
      提币: true,
      币提: false,
      withdrawa: true,
      '30001': true,
      '3000 ': false,
      'btc/usdt': true,
      'exa.com': true,
    }
    const rows = await ask(Object.keys(queries).map(query => ({ text, query })))
    assert.deepEqual(
      rows.map(row => row.found),
      Object.keys(queries).map(query => queries[query as keyof typeof queries]),
    )
  })

  test('takes a megabyte of different terms, and queries of any length', async () => {
    const han = Array.from({ length: 400_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
    )
    const words = Array.from({ length: 200_000 }, (_, at) => `w${at}`)
    for (const text of [han.join(''), words.join(' '), 'x'.repeat(1_000_000), "it's ".repeat(200_000)]) {
      const [row] = await ask([{ text, query: text }])
      assert.equal(row?.found, true)
    }
  })
})
