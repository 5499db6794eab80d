// Whether a label fits what is typed: every word of it starts somewhere in the label, in any order.
export function matches(label: string, typed: string): boolean {
  const text = label.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}
