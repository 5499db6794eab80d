// How a customer's name is kept.
import { screen } from '../safety/index.ts'

// Line breaks forge mail headers, characters that turn the direction of writing forge names. Joiners stay: Persian needs them.
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** A name as it may be shown anywhere; null when nothing is left of it. */
export const shownName = (name: string | null | undefined): string | null =>
  (name && screen(name.replace(unsafe, '')).text.trim()) || null
