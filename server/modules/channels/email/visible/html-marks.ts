// How mail programs mark, in their HTML, what is quoted and what is a signature; a program is added by adding its name.

/** Names are classes, ids or `name`s of an element, in lower case, without what programs put before them in passing on. */
const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What is inside is quoted. Everything in a blockquote is, without any name. */
export const quotes = names(`
  yahoo_quoted ntes-mailmaster-quote messagereplysection sh-quoted-content front-blockquote missive_quote
`)

/** Between its beginning and the first blockquote inside stands who wrote when, in whatever language. */
export const announcements = names(`
  gmail_quote gmail_quote_container protonmail_quote tutanota_quote zmail_extra isreplycontent hs_reply
`)

/** What is inside says who wrote when. */
export const attributions = names(
  'moz-cite-prefix gmail_attr reply-intro moz-email-headers-table zmail_extra_hr',
)

/** From here on everything is quoted. */
export const ends = names(`
  divrplyfwdmsg appendonsend olk_src_body_section stopspelling zwchr replysplit mail-editor-reference-message-container
  ms-outlook-mobile-reference-message
`)

/** What is inside is a signature. */
export const signatures = names(`
  gmail_signature applemailsignature moz-signature signature ms-outlook-mobile-signature ms-outlook-signature
  messagesignaturesection protonmail_signature_block ntes-mailmaster-signature foxmailsignature _foxsign
`)
