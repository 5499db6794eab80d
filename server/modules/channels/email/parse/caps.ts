// How much of one mail is read. Beyond a cap the rest is left out and named in `cut`; only `rawBytes` refuses the mail.

export const caps = {
  rawBytes: 30 * 1024 * 1024,
  headBytes: 512 * 1024,
  partHeadBytes: 32 * 1024,
  fields: 2_000,
  fieldLength: 64 * 1024,
  /** Addresses are long where names are encoded. */
  addressFieldLength: 256 * 1024,
  addresses: 500,
  references: 50,
  subject: 1_000,
  name: 200,
  depth: 50,
  parts: 1_000,
  files: 100,
  /** Mails sent along whose files are listed, too. */
  openedMails: 20,
  /** Characters each, over all parts. */
  text: 2_000_000,
  html: 2_000_000,
} as const
