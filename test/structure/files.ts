// How files look from outside: they say why they exist, have honest names, and stay short enough to read in one go.
import ts from 'typescript'
import { isTest, moduleOf, place, type Rule, type Source, walk } from './source.ts'

export const firstLineSaysWhy: Rule = sources =>
  sources
    .filter(({ path }) => !path.endsWith('.module.css')) // belongs to the component of the same name
    .filter(({ text }) => !/^(#!.*\n)?(\/\/ |\/\* |\/\*\* ).*?(\w+\W+){2}\w+/.test(text))
    .map(({ path }) => `${path} doesn't start with a comment: say in one line why this file exists.`)

const isGenerated = (path: string) => path === 'web/api/schema.d.ts'

const emptyNames = /(^|[-_.a-z0-9])(utils?|helpers?|manager|service)$/i

export const namesSaySomething: Rule = sources =>
  sources.flatMap(source => {
    const faults: string[] = []
    const parts = source.path.split('/').map(part => part.replace(/\..*$/, ''))
    for (const part of parts) if (emptyNames.test(part)) faults.push(`${source.path}: “${part}” says nothing`)
    walk(source, node => {
      const name = declaredName(node)
      if (name && emptyNames.test(name)) faults.push(`${place(source, node)}: “${name}” says nothing`)
    })
    return faults.map(fault => `${fault}; name it after the noun it is about or the verb it does.`)
  })

function declaredName(node: ts.Node): string | undefined {
  if (ts.isClassDeclaration(node) || ts.isFunctionDeclaration(node)) return node.name?.text
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node.name.text
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) return node.name.text
}

export const lines = ({ text }: Source): number => text.split('\n').length - 1

/** Lists of words, strings and generated code are read by search, not from top to bottom. */
export const isData = ({ path }: Source): boolean =>
  /^locales\/[a-z]{2}(-\w+)?\.ts$/.test(path) ||
  /(^|[/-])words[-.]|-words\.|\.data\.ts$/.test(path) ||
  isGenerated(path)

export const cap = 400

export const filesStayShort: Rule = sources =>
  sources
    .filter(source => !isTest(source) && !isData(source) && lines(source) > cap)
    .map(source => `${source.path} has ${lines(source)} lines of at most ${cap}: split it by verb or noun.`)

/** `readmes`: the text of each module's README.md by the module's name. */
export const modulesExplainThemselves =
  (readmes: ReadonlyMap<string, string>): Rule =>
  sources => {
    const modules = new Set(sources.map(({ path }) => moduleOf(path)).filter(name => name !== undefined))
    return [...modules].flatMap(name => {
      const readme = readmes.get(name)
      const path = `server/modules/${name}/README.md`
      if (readme === undefined) return [`${path} is missing: purpose, words, tables, events, invariants.`]
      const length = readme.trimEnd().split('\n').length
      return length > 40 ? [`${path} has ${length} lines of at most 40.`] : []
    })
  }

export const noFileIsEmpty: Rule = sources =>
  sources
    .filter(({ tree, path }) => /\.tsx?$/.test(path) && tree.statements.length === 0)
    .map(({ path }) => `${path} holds no code: remove it until there is some.`)
