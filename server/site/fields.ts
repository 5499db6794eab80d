// Fields of forms: labelled, with their hint and what is wrong with them, and with what was typed before.
import { type Html, html, type Piece, raw } from './html.ts'

export interface Field {
  name: string
  label: string
  hint?: string
  /** What stands in it. */
  value?: string
  /** A sentence, when it was refused. */
  fault?: string | undefined
  /** Says that it may stay empty. */
  optional?: string
}

/** A field of one line; `more` are further attributes. */
export const textField = (field: Field, more = 'type="text"'): Html =>
  around(field, html`<input ${raw(more)} ${attributes(field)} value="${field.value ?? ''}">`)

export const longField = (field: Field): Html =>
  // A browser drops the first line break after the tag: this one, and not the writer's own.
  around(
    field,
    html`<textarea rows="6" ${attributes(field)}>
${field.value ?? ''}</textarea>`,
  )

export const choice = (
  field: Field,
  options: readonly { value: string; label: string }[],
  none: string,
): Html =>
  around(
    field,
    html`<select ${attributes(field)}><option value="">${none}</option>
${options.map(
  ({ value, label }) =>
    html`<option value="${value}" ${value === field.value && raw('selected')}>${label}</option>`,
)}</select>`,
  )

export const filesField = (field: Field): Html =>
  around(field, html`<input type="file" multiple ${attributes(field)}>`)

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

function around({ name, label, hint, fault, optional }: Field, control: Html): Html {
  return html`<div class="field">
<label for="${name}">${label}${optional && html` <span class="soft">(${optional})</span>`}</label>
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${fault && html`<p class="fault" id="${name}-fault">${fault}</p>`}
${control}
</div>`
}

function attributes({ name, hint, fault, optional }: Field): Html {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return html`id="${name}" name="${name}" ${described && html`aria-describedby="${described}"`}
${fault && raw('aria-invalid="true"')} ${!optional && raw('aria-required="true"')}`
}

/** What is wrong, above the form, with a way to each field. */
export const faultList = (
  title: string,
  faults: readonly (readonly [field: string, sentence: string])[],
  more: Piece,
): Html =>
  html`<div class="notice bad" role="alert"><h2>${title}</h2>
${faults.length > 0 && html`<ul>${faults.map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)}</ul>`}
${more}</div>`
