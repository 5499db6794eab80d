// What the path of a Markdown file says: `<slug>.<language>.md`, `<language>/<topic>/<slug>.md`, or plainly `<slug>.md`.
import type { ImportOptions } from './imported-article.ts'
import { isLanguage } from './names.ts'

export interface PathParts {
  slug: string
  /** Null where the path doesn't say. */
  locale: string | null
  /** Folders that are no language. */
  topic: string[]
}

/** Null for what is no Markdown file. */
export function partsOf(path: string, options: ImportOptions): PathParts | null {
  const folders = path.split('/').filter(part => part !== '' && part !== '.')
  const name = /^(.+)\.(?:md|markdown)$/i.exec(folders.pop() ?? '')?.[1]
  if (name === undefined) return null
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && isLanguage(name.slice(dot + 1), options) ? name.slice(dot + 1) : null
  const folder = folders.findIndex(one => isLanguage(one, options))
  return {
    slug: ending === null ? name : name.slice(0, dot),
    locale: ending ?? folders[folder] ?? null,
    topic: folders.filter((_, index) => index !== folder || ending !== null),
  }
}

/** The folder in which all others are, as archives often have one. */
export function commonFolder(paths: readonly string[], options: ImportOptions): string {
  const [first = ''] = paths
  const slash = first.indexOf('/')
  const folder = first.slice(0, slash + 1)
  if (slash <= 0 || isLanguage(first.slice(0, slash), options)) return ''
  return paths.every(path => path.startsWith(folder)) ? folder : ''
}
