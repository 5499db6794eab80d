// Which passwords are too easy to guess: length counts, then what an attacker tries first.
import { commonPasswords } from './common-passwords.ts'

export const shortestPassword = 12
export const longestPassword = 200

/** What an attacker who knows the account would try: the person's name and address, the name of the desk. */
export interface PasswordOwner {
  name: string
  email: string
  /** The desk's host, such as `desk.example.com`. */
  host: string
}

/** Whether a password is too easy to guess for this person. */
export function isWeak(password: string, owner: PasswordOwner): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  const length = Array.from(text).length
  if (length < shortestPassword || length > longestPassword) return true
  return isPattern(text) || containsName(text, owner) || isCommon(text)
}

const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

function containsName(text: string, { name, email, host }: PasswordOwner): boolean {
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  const names = [
    plain(name.toLowerCase()),
    ...name.toLowerCase().split(/\s+/),
    local,
    ...local.split(/[._+-]/),
  ]
  const places = [...domain.split('.').slice(0, -1), ...host.toLowerCase().split('.').slice(0, -1), 'ballast']
  const squeezed = plain(text)
  return [...names, ...places].map(plain).some(word => word.length >= 4 && covers(word, squeezed))
}

// A name inside a long sentence gives little away; a name with a year behind it gives everything.
const covers = (word: string, text: string) =>
  text.includes(word) && text.length - word.length < shortestPassword

/** Repetitions, and runs along the alphabet or the keyboard. */
function isPattern(text: string): boolean {
  if (new Set(text).size < 5) return true
  if (/^(.{1,6}?)\1+.{0,5}$/su.test(text)) return true
  return predictable(text) > Array.from(text).length / 2
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
]

/** How many characters stand in runs of three or more that anybody would continue the same way. */
function predictable(text: string): number {
  const runs = rows.flatMap(row => [row, Array.from(row).reverse().join('')])
  let found = 0
  for (let at = 0; at < text.length; ) {
    const length = Math.max(...runs.map(run => runAt(text, at, run)))
    if (length >= 3) found += length
    at += length >= 3 ? length : 1
  }
  return found
}

function runAt(text: string, at: number, run: string): number {
  let length = 0
  while (at + length < text.length && run.includes(text.slice(at, at + length + 1))) length++
  return length
}

const lookalikes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Whether nothing but common passwords, digits and signs is left. */
function isCommon(text: string): boolean {
  const unmasked = Array.from(text)
    .map(character => lookalikes[character] ?? character)
    .join('')
  return [text, unmasked].some(candidate => {
    const letters = candidate.replace(/[^\p{L}]/gu, '')
    return commonPasswords.has(plain(candidate)) || isMadeOf(letters)
  })
}

/** Whether the letters are one or two common words, with fewer than five letters besides. */
function isMadeOf(letters: string): boolean {
  let rest = letters
  for (let words = 0; words < 3; words++) {
    const word = longestIn(rest)
    if (!word) break
    rest = rest.replace(word, '')
  }
  return rest !== letters && rest.length < 5
}

const byLength = [...commonPasswords].sort((one, other) => other.length - one.length)
const longestIn = (text: string) => byLength.find(word => word.length >= 4 && text.includes(word))
