// Puts names and numbers into prepared texts. What isn't known stays visible, so that nobody sends a gap.

/** In the order in which editors offer them. */
export const placeholders = ['customer.name', 'agent.name', 'conversation.number'] as const
export type Placeholder = (typeof placeholders)[number]
export type PlaceholderValues = Readonly<Record<Placeholder, string | null>>

const pattern = /\{\{\s*([\w.]+)\s*(?:\|([^{}]*))?\}\}/g

/** Fills `{{customer.name}}`, or `{{customer.name|friend}}` with a word for where it isn't known. */
export const fillPlaceholders = (text: string, values: PlaceholderValues): string =>
  text.replace(
    pattern,
    (whole, name: string, otherwise?: string) =>
      (Object.hasOwn(values, name) ? values[name as Placeholder] : null) || otherwise?.trim() || whole,
  )

/** Whether a filled text still has a gap. */
export const hasPlaceholder = (text: string): boolean => text.search(pattern) >= 0
