// `npm run eval:search -- <folder> [--fails]`: how often people find the article that answers them, beside other engines; without a
// folder, on our own articles.
import pg from 'pg'
import { atLeast, type Figure, isShort, print, say } from '../../bench/figures.ts'
import { createDatabase, stopOwnServer } from '../databases.ts'
import { type Ask, minisearch, ours, postgres } from './search-engines.ts'
import {
  type Asked,
  type Language,
  readFaq,
  readOwnQuestions,
  readStarterArticles,
} from './search-questions.ts'

const showsFails = process.argv.includes('--fails')
const folder = process.argv.slice(2).find(argument => !argument.startsWith('--'))

/** Which language asks articles of which, and what is to be reached at the first place and among the first three. */
const tasks: { name: string; asks: Language; articles: Language; first: number; three: number }[] = [
  { name: 'en', asks: 'en', articles: 'en', first: 0.75, three: 0.92 },
  { name: 'zh', asks: 'zh', articles: 'zh', first: 0.88, three: 0.97 },
  { name: 'zh_en', asks: 'zh', articles: 'en', first: 0.75, three: 0.92 },
]

const figures = folder ? await onFaq(folder) : await onOwnArticles()
for (const figure of figures) print(figure)
process.exitCode = figures.some(isShort) ? 1 : 0

async function onFaq(path: string): Promise<Figure[]> {
  const { articles, asked } = readFaq(path)
  const database = await createDatabase({ migrated: false })
  const client = new pg.Client(database.connection)
  await client.connect()
  const found: Figure[] = []
  for (const { name, asks, articles: language, first, three } of tasks) {
    const those = articles.filter(article => article.language === language)
    const questions = asked.filter(question => question.language === asks)
    const rates = await rate(ours(those), questions, true)
    found.push(
      atLeast(`eval.search.${name}.first`, rates.first, first),
      atLeast(`eval.search.${name}.three`, rates.three, three),
    )
    const tuned = readOwnQuestions().filter(question => question.language === asks)
    found.push(...plain(`eval.search.${name}.own_questions`, await rate(ours(those), tuned)))
    for (const configuration of ['english', 'simple'] as const) {
      const ask = await postgres(client, configuration, those)
      found.push(...plain(`eval.search.${name}.postgres_${configuration}`, await rate(ask, questions)))
    }
    found.push(...plain(`eval.search.${name}.minisearch`, await rate(minisearch(those), questions)))
  }
  await client.end()
  await database.drop()
  await stopOwnServer()
  return found
}

async function onOwnArticles(): Promise<Figure[]> {
  const { articles, asked } = readStarterArticles()
  const found: Figure[] = []
  for (const { name, asks, articles: language } of tasks) {
    const those = articles.filter(article => article.language === language)
    const questions = asked.filter(question => question.language === asks)
    found.push(...plain(`eval.search.starter.${name}`, await rate(ours(those), questions, true)))
    found.push(...plain(`eval.search.starter.${name}.minisearch`, await rate(minisearch(those), questions)))
  }
  return found
}

/** The shares of questions that find their article as the first, and among the first three. */
async function rate(ask: Ask, asked: readonly Asked[], isOurs = false) {
  let first = 0
  let three = 0
  for (const { key, text } of asked) {
    const keys = await ask(text)
    if (keys[0] === key) first += 1
    if (keys.includes(key)) three += 1
    if (isOurs && showsFails && keys[0] !== key) say(`${key}: ${text} -> ${keys.join(', ')}`)
  }
  return { first: first / asked.length, three: three / asked.length }
}

function plain(name: string, { first, three }: { first: number; three: number }): Figure[] {
  return [
    { name: `${name}.first`, value: first },
    { name: `${name}.three`, value: three },
  ]
}
