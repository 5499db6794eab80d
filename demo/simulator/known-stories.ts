// Which conversation belongs to which story, so that whoever plays an agent knows what to say. The newcomer's isn't here.
import type { Story } from './story.ts'

const most = 5_000

export interface KnownStories {
  note(conversationId: string, story: Story): void
  find(conversationId: string): Story | undefined
}

/** Remembers the newest few thousand. */
export function knownStories(): KnownStories {
  const stories = new Map<string, Story>()
  return {
    note: (id, story) => {
      stories.set(id, story)
      if (stories.size > most) stories.delete(stories.keys().next().value!)
    },
    find: id => stories.get(id),
  }
}
