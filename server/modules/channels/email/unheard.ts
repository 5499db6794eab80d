// What an HTML tokenizer tells that no reader of mails listens to.

const ignored = () => {}

/** The rest of a tokenizer's callbacks. */
export const unheard = {
  oncdata: ignored,
  oncomment: ignored,
  ondeclaration: ignored,
  onprocessinginstruction: ignored,
  onend: ignored,
  isInForeignContext: () => false,
}
