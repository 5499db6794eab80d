// A person as two letters on a calm colour that stays theirs.
import styles from './avatar.module.css'

interface Props {
  name: string | null
  /** Decides the colour; the name when there is none. */
  id?: string
  size?: number
  kind?: 'staff' | 'customer' | 'assistant'
  online?: boolean
}

export function Avatar({ name, id, size = 28, kind = 'customer', online }: Props) {
  const hue = hueOf(id ?? name ?? '?')
  return (
    <span
      className={styles.avatar}
      data-kind={kind}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * (size < 22 ? 0.56 : 0.4)),
        ['--hue' as string]: hue,
      }}
      aria-hidden
    >
      {size < 22 ? Array.from(initials(name)).at(0) : initials(name)}
      {online !== undefined && <span className={styles.dot} data-online={online} />}
    </span>
  )
}

/** Two letters of a Latin name, the last two characters of a Chinese one. */
export function initials(name: string | null): string {
  const text = name?.trim() ?? ''
  if (!text) return '–'
  const han = /\p{Script=Han}+/u.exec(text)?.[0]
  if (han) return Array.from(han).slice(-2).join('')
  const words = text.split(/[\s@._-]+/).filter(Boolean)
  const letters =
    words.length > 1
      ? [words[0], words.at(-1)].map(word => Array.from(word ?? '')[0])
      : Array.from(words[0] ?? '').slice(0, 2)
  return letters.join('').toUpperCase()
}

function hueOf(text: string): number {
  let hash = 0
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 3600
  return [210, 168, 262, 32, 332, 190, 228, 98][hash % 8] ?? 210
}
