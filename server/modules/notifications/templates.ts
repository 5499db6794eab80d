// Turns a template and its values into the words of a mail.
import { fill, type Strings, stringsFor } from '../../../locales/index.ts'

type Names<K> = K extends `${infer Name}_subject` ? Name : never
/** A mail of `locales/`: whatever has a subject and a body there. */
export type Template = Names<keyof Strings['mails']>

/** Values as text: a number of a conversation is a name, not an amount. */
export type TemplateValues = Record<string, string>

export function render(
  template: Template,
  locale: string,
  values: TemplateValues,
): { subject: string; text: string } {
  const { mails } = stringsFor(locale)
  return {
    subject: fill(locale, mails[`${template}_subject`], values),
    text: fill(locale, mails[`${template}_body`], values),
  }
}
