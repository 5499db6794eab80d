// What the search is asked to find: the entries of a FAQ or our own starter articles, with questions that aren't indexed with them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../files.ts'

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export interface Article {
  key: string
  language: Language
  title: string
  /** Empty where there is none. */
  summary: string
  body: string
}

export interface Asked {
  /** The article that answers it. */
  key: string
  language: Language
  text: string
}

const text = z.string()
const entryShape = z.object({
  id: text,
  q_en: text,
  q_zh: text,
  a_en: text,
  a_zh: text,
  queries_en: z.array(text),
  queries_zh: z.array(text),
})

/** The FAQ of a folder (`crypto_faq.jsonl`) with the questions listed there. */
export function readFaq(folder: string): { articles: Article[]; asked: Asked[] } {
  const entries = readFileSync(join(folder, 'crypto_faq.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => entryShape.parse(JSON.parse(line)))
  const both = entries.flatMap(entry => languages.map(language => ({ entry, language })))
  return {
    articles: both.map(({ entry, language }) => ({
      key: entry.id,
      language,
      title: entry[`q_${language}`],
      summary: '',
      body: entry[`a_${language}`],
    })),
    asked: both.flatMap(({ entry, language }) =>
      entry[`queries_${language}`].map(question => ({ key: entry.id, language, text: question })),
    ),
  }
}

/** Questions about the same FAQ as customers write them, written by ourselves: what weights and concepts are tuned on. */
export const readOwnQuestions = (): Asked[] =>
  readFileSync(join(root, 'test/eval/questions.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
    .map(([key = '', language = '', question = '']) => ({
      key,
      language: language as Language,
      text: question,
    }))

/** Our own articles, and the three questions listed with each. */
export function readStarterArticles(): { articles: Article[]; asked: Asked[] } {
  const folder = join(root, 'content/articles')
  const articles: Article[] = []
  const asked: Asked[] = []
  for (const file of readdirSync(folder)) {
    const [key, language] = file.split('.') as [string, Language]
    const [, front = '', body = ''] =
      /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, file), 'utf8')) ?? []
    const field = (name: string) => unquoted(new RegExp(`^${name}:(.*)$`, 'm').exec(front)?.[1] ?? '')
    articles.push({ key, language, title: field('title'), summary: field('summary'), body })
    for (const [, question = ''] of front.matchAll(/^ {2}- (.*)$/gm))
      asked.push({ key, language, text: unquoted(question) })
  }
  return { articles, asked }
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2')
