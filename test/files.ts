// Which files are tests, and which are ours at all: asked by the runner and by the structure test; and what a desk has stored.
import { globSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the repository. */
export const root = join(import.meta.dirname, '..')

const folders = ['bench', 'contract', 'demo', 'locales', 'look', 'rules', 'server', 'test', 'web']

/** Paths of all files of code, relative to the root, with forward slashes. */
export const sourceFiles = (): string[] =>
  globSync(`{${folders.join(',')}}/**/*.{ts,tsx,js,mjs,css}`, {
    cwd: root,
    exclude: ['**/node_modules', '**/dist'],
  })
    .map(path => path.replaceAll('\\', '/'))
    .sort()

/** Paths of the test files that contain one of `filters`; all of them when there are none. */
export const testFiles = (filters: string[] = []): string[] =>
  sourceFiles()
    .filter(path => /\.test\.tsx?$/.test(path))
    .filter(
      path => filters.length === 0 || filters.some(filter => path.includes(filter.replace(/^\.\//, ''))),
    )

/** Paths of the files that a desk keeps for people, without the note that says whose its folder is. */
export const storedFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile() && file.name !== 'desk-id')
    .map(file => join(file.parentPath, file.name))
