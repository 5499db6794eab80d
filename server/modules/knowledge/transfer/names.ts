// Slugs and languages, as this desk writes them.
import type { ImportOptions } from './imported-article.ts'
import type { Place } from './report.ts'

/** Of titles, in characters; other lines of words have twice that. */
export const longestTitle = 150

const longest = 80
const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const isSlug = (text: string): boolean => text.length <= longest && slugForm.test(text)

/** Letters without accents, digits and hyphens; empty where the words have none of these. */
export function slugOf(words: string): string {
  const plain = words
    .slice(0, 4 * longest)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const parts = plain.split(/[^a-z0-9]+/).filter(part => part !== '')
  return parts.join('-').slice(0, longest).replace(/-$/, '')
}

/** Gives each article a slug of its own. Linear over all calls. */
export class Slugs {
  private readonly taken = new Set<string>()
  private readonly counts = new Map<string, number>()

  /** The first wish that has letters in it, with a number behind it when it's taken. */
  take(wishes: readonly string[], place: Place): string {
    const base = wishes.map(slugOf).find(slug => slug !== '') ?? 'article'
    let slug = base
    while (this.taken.has(slug)) {
      const count = (this.counts.get(base) ?? 1) + 1
      this.counts.set(base, count)
      slug = `${base.slice(0, longest - 6).replace(/-$/, '')}-${count}`
    }
    if (slug !== base) place('slug_taken', base)
    this.taken.add(slug)
    return slug
  }
}

/** The desk's own name of a language, or its usual one; null for what is none. */
export function localeOf(given: string, { locales }: ImportOptions): string | null {
  const usual = canonical(given.trim().replaceAll('_', '-'))
  if (usual === null) return null
  const same = locales.find(one => one.toLowerCase() === usual.toLowerCase())
  const [language] = usual.split('-', 1)
  return same ?? locales.find(one => one.toLowerCase() === language) ?? usual
}

function canonical(locale: string): string | null {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(locale)) return null
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? null
  } catch {
    return null
  }
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Whether a folder or an ending of a name says a language: `en`, `zh-TW`, but not `api`. */
export function isLanguage(name: string, options: ImportOptions): boolean {
  if (options.locales.some(one => one.toLowerCase() === name.toLowerCase())) return true
  const usual = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(name) ? canonical(name.replaceAll('_', '-')) : null
  return usual !== null && languageNames.of(usual) !== undefined
}

/** Seconds since 1970 or a text as ISO 8601; null for what is no time. */
export function instantOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const at = new Date(typeof value === 'number' ? value * 1_000 : value)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** One line of words. */
export const oneLine = (text: string, most = 300): string =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, most)
    .trim()

/** A body as this desk keeps it: lines end with a line feed, without empty ones around. */
export const tidyBody = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
