// What the rules of the house look at: each file of code, parsed once.
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'
import { root, sourceFiles } from '../files.ts'

export interface Import {
  /** Path from the root for our own files, else the name of a package. */
  target: string
  ours: boolean
  typeOnly: boolean
}

export interface Source {
  path: string
  text: string
  tree: ts.SourceFile
  imports: Import[]
}

/** A rule of the house: gives a sentence for each place that breaks it, which says what to do instead. */
export type Rule = (sources: readonly Source[]) => string[]

export function parse(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return { path, text, tree, imports: importsIn(tree, path) }
}

/** All code of the repository. */
export const readSources = (): Source[] =>
  sourceFiles().map(path => parse(path, readFileSync(join(root, path), 'utf8')))

export const isTest = ({ path }: Source): boolean => /\.(test|fixture)\.tsx?$/.test(path)

/** The module that a file belongs to, if it belongs to one. */
export const moduleOf = (path: string): string | undefined => /^server\/modules\/([^/]+)\//.exec(path)?.[1]

/** Calls `visit` for every node of the file. */
export function walk({ tree }: Source, visit: (node: ts.Node) => void): void {
  const step = (node: ts.Node) => {
    visit(node)
    ts.forEachChild(node, step)
  }
  step(tree)
}

/** Where a node stands, for the reader of a message. */
export function place({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`
}

function importsIn(tree: ts.SourceFile, path: string): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push({ ...resolve(specifier.text, path), typeOnly })
  }
  const step = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    ts.forEachChild(node, step)
  }
  step(tree)
  return found
}

function resolve(specifier: string, path: string): { target: string; ours: boolean } {
  if (!specifier.startsWith('.')) return { target: specifier, ours: false }
  return { target: posix.normalize(posix.join(dirname(path), specifier)), ours: true }
}
