// Several tabs of one customer: what one forgets, all forget; what was read in one is read in all.

export interface Tabs {
  wiped(): void
  read(conversationId: string, seq: number): void
  close(): void
}

type Word = { type: 'wiped' } | { type: 'read'; conversationId: string; seq: number }

export function openTabs(
  scope: string,
  heard: { wiped(): void; read(conversationId: string, seq: number): void },
): Tabs {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`ballast:${scope}`) : undefined
  let closed = false
  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (closed) return
    if (data.type === 'wiped') heard.wiped()
    else heard.read(data.conversationId, data.seq)
  })
  return {
    wiped: () => {
      channel?.postMessage({ type: 'wiped' } satisfies Word)
      channel?.close()
    },
    read: (conversationId, seq) => channel?.postMessage({ type: 'read', conversationId, seq } satisfies Word),
    // Stays open for the last word.
    close: () => {
      closed = true
    },
  }
}
