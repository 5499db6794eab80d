// Text as it was written; only addresses become links, and those show where they lead.
import { Fragment } from 'react'
import styles from './entries.module.css'

const address = /\bhttps?:\/\/[^\s<>"'，。；、）】》]+[^\s<>"'.,;:!?)\]，。；、）】》]/gu
const mention = /(?:^|(?<=\s))@[\p{L}\p{N}._-]+(?:\s\p{Lu}[\p{L}\p{N}._-]*)?/gu

export function RichText({ text, mentions = false }: { text: string; mentions?: boolean }) {
  return split(text, address).map(({ part, isHit, at }) =>
    isHit ? (
      <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      <Fragment key={at}>{mentions ? <Mentions text={part} /> : part}</Fragment>
    ),
  )
}

function Mentions({ text }: { text: string }) {
  return split(text, mention).map(({ part, isHit, at }) =>
    isHit ? (
      <span key={at} className={styles.mention}>
        {part}
      </span>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  )
}

function split(text: string, pattern: RegExp): { part: string; isHit: boolean; at: number }[] {
  const parts: { part: string; isHit: boolean; at: number }[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push({ part: text.slice(from, match.index), isHit: false, at: from })
    parts.push({ part: match[0], isHit: true, at: match.index })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ part: text.slice(from), isHit: false, at: from })
  return parts
}
