// What the help centre tells the others, and every node: what it remembers of published articles has changed.
declare module '../../platform/events.ts' {
  interface Events {
    'article.published': { articleId: string; locale: string; revision: number }
    /** What the public sees of these articles is another, or of what stands around all of them when there is none. */
    'knowledge.changed': { articleIds: string[] }
    'concepts.changed': Record<string, never>
  }
}

export {}
