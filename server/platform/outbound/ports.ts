// Ports on which strangers may be called; a second lock behind the check of addresses.

/** Whether a port is open without the operator having named it: those of the web, on which no inner service hides. */
export const isOpenPort = (port: number): boolean => port === 80 || port === 443

/** The same for servers of mailboxes: those of IMAP, with STARTTLS and with TLS from the start. */
export const isMailboxPort = (port: number): boolean => port === 143 || port === 993
