// Message-ID, In-Reply-To and References: what ties a mail to a conversation.

const longestId = 998

/** The ids of a field in order, without brackets; ones without brackets too, if they look like ids. */
export function readIds(field: string | null): string[] {
  if (!field) return []
  const bracketed = Array.from(field.matchAll(/<([^<>]*)>/g), found => found[1]!.replaceAll(/\s/g, ''))
  const ids = bracketed.length > 0 ? bracketed : field.split(/[\s,;]+/).filter(word => word.includes('@'))
  return ids.map(id => id.replaceAll(/\p{Cc}/gu, '')).filter(id => id.length > 0 && id.length <= longestId)
}
