// Reads the list of words that mean the same, in any languages, as people write it; faults are told line by line.

import { atomsOf } from './atoms.ts'
import { normalise } from './normalise.ts'
import { tokens } from './tokens.ts'

/** What several words and phrases of any languages mean. */
export interface Concept {
  name: string
  /** How much it says about what a text is about: 1 as usual, up to 3; words of weight 0 are ignored in articles and questions. */
  weight: number
  /** By language. In a phrase, `*` stands for up to three words or characters; what is in brackets only has to be there. */
  words: Record<string, string[]>
}

export const conceptFaults = [
  'no_concept',
  'bad_name',
  'bad_weight',
  'name_twice',
  'bad_language',
  'bad_word',
  'word_twice',
  'no_words',
  'too_many',
] as const

export interface ConceptFault {
  /** Counted from 1. */
  line: number
  code: (typeof conceptFaults)[number]
  /** What is wrong, as it was written; cut. */
  said: string
}

const maxConcepts = 2_000
const maxWords = 50_000
const maxWordLength = 60
const maxGaps = 2

const nameLine = /^([a-z0-9][a-z0-9-]{0,59})(?:\s+(\S+))?$/
const wordsLine = /^\s+([^:\s]*)\s*:(.*)$/
const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/
const weightShape = /^(?:[0-2](?:\.\d{1,2})?|3)$/

/**
 * A concept is a line with its name, perhaps with a weight, then one indented line `language: word, word, …` for each language;
 * a language may have several. `#` begins a comment. What is faulty is left out of the concepts.
 */
export function parseConcepts(text: string): { concepts: Concept[]; faults: ConceptFault[] } {
  const reader = new Reader()
  for (const [at, written] of text.split(/\r?\n/).entries()) {
    reader.read(written.replace(/(^|\s)#.*$/, '').trimEnd(), at + 1)
  }
  reader.end()
  return { concepts: [...reader.concepts.values()], faults: reader.faults }
}

/** One step of a phrase: an atom, or a gap; an atom that is only context doesn't belong to what was said. */
export interface Step {
  atom: string
  is: 'said' | 'context' | 'gap'
}

/** The steps of a word or phrase; null when it holds nothing to look for, or too much. */
export function patternOf(word: string): Step[] | null {
  if (word.length > maxWordLength) return null
  const parts = word.match(/\[[^[\]]*\]|[^[\]*]+|./g) ?? []
  const steps = parts.flatMap((part): Step[] => {
    if (part === '*') return [{ atom: '*', is: 'gap' }]
    const is = part.startsWith('[') ? 'context' : 'said'
    return atomsOf(tokens(normalise(part))).map(({ text }) => ({ atom: text, is }))
  })
  const gaps = steps.filter(({ is }) => is === 'gap').length
  const isOpen =
    steps[0]?.is === 'gap' ||
    steps.at(-1)?.is === 'gap' ||
    /\*\s*\*|[[\]]/.test(word.replaceAll(/\[[^[\]]*\]/g, ''))
  return isOpen || gaps > maxGaps || !steps.some(({ is }) => is === 'said') ? null : steps
}

class Reader {
  concepts = new Map<string, Concept>()
  faults: ConceptFault[] = []
  private current: Concept | undefined
  private nameAt = 0
  private words = 0

  read(line: string, at: number): void {
    if (line === '') return
    if (/^\S/.test(line)) this.begin(line, at)
    else this.add(line, at)
  }

  /** A concept without words says nothing. */
  end(): void {
    if (!this.current || Object.keys(this.current.words).length > 0) return
    this.fault(this.nameAt, 'no_words', this.current.name)
    this.concepts.delete(this.current.name)
  }

  private begin(line: string, at: number): void {
    this.end()
    this.current = undefined
    this.nameAt = at
    const [, name, weight = '1'] = nameLine.exec(line) ?? []
    if (name === undefined) return this.fault(at, 'bad_name', line)
    if (this.concepts.has(name)) return this.fault(at, 'name_twice', name)
    if (!weightShape.test(weight)) return this.fault(at, 'bad_weight', weight)
    if (this.concepts.size >= maxConcepts) return this.fault(at, 'too_many', name)
    this.current = { name, weight: Number(weight), words: {} }
    this.concepts.set(name, this.current)
  }

  private add(line: string, at: number): void {
    // The words of a concept whose own line is faulty: that fault is told already.
    if (!this.current && this.nameAt > 0) return
    if (!this.current) return this.fault(at, 'no_concept', line)
    const [, code, words = ''] = wordsLine.exec(line) ?? []
    if (code === undefined || !language.test(code)) return this.fault(at, 'bad_language', line)
    const known = (this.current.words[code] ??= [])
    for (const word of words.split(/[,，、]/)) this.addWord(known, word.trim(), at)
    if (known.length === 0) delete this.current.words[code]
  }

  private addWord(known: string[], word: string, at: number): void {
    if (word === '') return
    if (!patternOf(word)) return this.fault(at, 'bad_word', word)
    if (known.includes(word)) return this.fault(at, 'word_twice', word)
    if (this.words >= maxWords) return this.fault(at, 'too_many', word)
    this.words += 1
    known.push(word)
  }

  private fault(line: number, code: ConceptFault['code'], said: string): void {
    if (this.faults.length < 1_000) this.faults.push({ line, code, said: said.trim().slice(0, 80) })
  }
}
