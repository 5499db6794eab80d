// Text becomes part of HTML here and nowhere else in this folder.

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** For text and for values in double quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"'`]/g, sign => entities[sign]!)

/** An attribute with a space before it. */
export const attribute = (name: string, value: string | number): string =>
  ` ${name}="${escaped(String(value))}"`
