// Reads JSON exports: any shape in which records may come, and fields of records, none of which is believed.

import { largest, withinCaps } from './caps.ts'
import type { Files } from './imported-article.ts'
import type { Report } from './report.ts'

export type JsonRecord = Readonly<Record<string, unknown>>

/** Where a record was found. */
export interface Found {
  file: string
  record: JsonRecord
}

const mostRecords = 200_000

/**
 * The records of all files by kind. A file holds lists under the names of kinds, as pages of an API do, one record under a
 * singular, or a bare list; a name without a kind holds records of any. `kindOf` tells what those and bare ones are.
 */
export function recordsOf<K extends string>(
  files: Files,
  names: Readonly<Record<string, K | null>>,
  kindOf: (record: JsonRecord) => K | null,
  report: Report,
): Map<K, Found[]> {
  const found = new Map<K, Found[]>()
  let count = 0
  const add = (file: string, kind: K | null, record: unknown, index: number) => {
    const is = isRecord(record) ? (kind ?? kindOf(record)) : null
    if (is === null || !isRecord(record)) report.at(file, `${index + 1}`)('not_understood')
    else if (++count > mostRecords) report.at(file)('too_many')
    else {
      const list = found.get(is) ?? []
      list.push({ file, record })
      found.set(is, list)
    }
  }
  for (const [file, text] of withinCaps(files, largest.json, report)) {
    const value = parsed(file, text, report)
    if (Array.isArray(value)) value.forEach((one, index) => add(file, null, one, index))
    else if (isRecord(value)) {
      let known = false
      for (const [name, inside] of Object.entries(value)) {
        const kind = Object.hasOwn(names, name) ? names[name] : undefined
        if (kind === undefined) continue
        known = true
        if (Array.isArray(inside)) inside.forEach((one, index) => add(file, kind, one, index))
        else if (isRecord(inside)) add(file, kind, inside, 0)
      }
      if (!known) add(file, null, value, 0)
    }
  }
  return found
}

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Empty for what is no text. */
export const textAt = (record: JsonRecord, name: string): string => {
  const value = Object.hasOwn(record, name) ? record[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** A number or text as an id; null for what is none. */
export function idAt(record: JsonRecord, name: string): string | null {
  const value = Object.hasOwn(record, name) ? record[name] : undefined
  if (typeof value === 'number' && Number.isSafeInteger(value)) return `${value}`
  return typeof value === 'string' && value !== '' && value.length <= 100 ? value : null
}

export const recordAt = (record: JsonRecord, name: string): JsonRecord | null => {
  const value = Object.hasOwn(record, name) ? record[name] : undefined
  return isRecord(value) ? value : null
}

export const listAt = (record: JsonRecord, name: string): JsonRecord[] => {
  const value = Object.hasOwn(record, name) ? record[name] : undefined
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function parsed(file: string, text: string, report: Report): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    if (typeof value !== 'object' || value === null) report.at(file)('not_understood')
    return value
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    report.at(file)('not_json', message, lineOf(message, text))
    return null
  }
}

/** Says the engine where a text is wrong, then by a position, by what stands around, or by its end. */
function lineOf(message: string, text: string): number | null {
  const [, position] = /at position (\d+)/.exec(message) ?? []
  const [, around] =
    /^Unexpected token .{1,8}?, (?:\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? []
  const token = /^Unexpected token '(.{1,2})'/su.exec(message)?.[1] ?? ''
  const start = around === undefined ? -1 : text.indexOf(around)
  if (position !== undefined) return linesIn(text.slice(0, Number(position)))
  if (start >= 0 && around !== undefined)
    return linesIn(text.slice(0, start + around.indexOf(token, Math.min(10, start))))
  return /end of JSON/.test(message) && text !== '' ? linesIn(text.trimEnd()) : null
}

const linesIn = (text: string) => text.split('\n').length
