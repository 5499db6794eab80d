// How much of a mail the desk takes.

/** Bytes of a whole mail, as it comes. */
export const largestMail = 30 * 1024 * 1024
