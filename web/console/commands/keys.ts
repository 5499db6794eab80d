// Which key was pressed, and whether it is ours to take where the reader is.

/** Like `mod+k`, `r` or `?`; empty for a modifier alone. */
export function keyOf(event: KeyboardEvent): string {
  const { key } = event
  if (['Control', 'Meta', 'Shift', 'Alt', 'CapsLock', 'Tab'].includes(key) || event.altKey) return ''
  const name = key === ' ' ? 'space' : key.toLowerCase()
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  const shift = event.shiftKey && (mod || name.length > 1) ? 'shift+' : ''
  return `${mod}${shift}${name}`
}

/** Typing, menus and dialogs keep their keys; combinations with Mod reach us from a text field as well. */
export function mayTake(event: KeyboardEvent, key: string): boolean {
  const target = event.target instanceof Element ? event.target : document.body
  if (target.closest('[role=menu], [role=listbox], [role=dialog]')) return false
  if (document.querySelector('[aria-modal=true]')) return false
  const isMod = key.startsWith('mod+')
  if (isMod) return true
  if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true]')) return false
  const isActivation = key === 'enter' || key === 'space'
  return !(isActivation && target.closest('a, button, [role=button], input'))
}
