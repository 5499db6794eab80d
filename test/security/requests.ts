// How each route is asked in a way that would succeed for those who may: what its id stands for, and a body in good form.
import { randomUUID } from 'node:crypto'
import type { Things } from './cast.ts'
import { calendar, message, policy } from './cast.ts'

export interface Request {
  /** What `{id}` stands for. */
  id?: keyof Things
  /** Appended to the path. */
  query?: string
  body?: (things: Things) => object
  /** Whose id it is: a thing that permissions guard (administration), or one that belongs to a person or team. */
  of?: 'desk' | 'somebody'
}

const conversation = { id: 'conversation', of: 'somebody' } as const
const password = { password: 'lantern-otter-72-gravel' }
const confirmed = { ...password, code: '000000' }
const staff = { id: 'staff', of: 'desk' } as const
const team = { id: 'team', of: 'desk' } as const
// An address that nobody is allowed to reach.
const imap = { host: '127.0.0.1', port: 993, security: 'tls', user: 'x', password: 'x' }
const reply = { shortcut: 'x', title: 'X', body: 'X' }

/** By `METHOD path`. A route that isn't here fails the matrix: say what it takes. */
export const requests: Record<string, Request> = {
  'GET /api/sign-in': {},
  'POST /api/session': { body: () => ({ email: 'nobody@desk.test', ...password }) },
  'GET /api/session': {},
  'PATCH /api/session': { body: () => ({ name: 'Else' }) },
  'DELETE /api/session': {},
  'GET /api/session/list': {},
  'DELETE /api/session/{id}': { id: 'session', of: 'somebody' },
  'POST /api/session/end-all': {},
  'POST /api/session/password': { body: () => ({ ...password, newPassword: 'copper-window-11-lemon' }) },
  'POST /api/session/second-factor': { body: () => password },
  'POST /api/session/second-factor/enable': { body: () => confirmed },
  'POST /api/session/second-factor/disable': { body: () => confirmed },
  'POST /api/session/recovery-codes': { body: () => confirmed },
  'POST /api/welcome': { body: () => ({ token: 'x', name: 'X', email: 'x@desk.test', ...password }) },
  'GET /api/staff': {},
  'PATCH /api/staff/{id}': { ...staff, body: () => ({ disabled: true }) },
  'POST /api/staff/{id}/end-sessions': staff,
  'DELETE /api/staff/{id}/second-factor': staff,
  'POST /api/staff/{id}/reset-link': staff,
  'GET /api/invitations': {},
  'POST /api/invitations': { body: () => ({ email: 'more@desk.test', role: 'agent' }) },
  'DELETE /api/invitations/{id}': { id: 'invitation', of: 'desk' },
  'POST /api/invitations/accept': { body: () => ({ token: 'x', name: 'X', ...password }) },
  'POST /api/links/look': { body: () => ({ kind: 'reset', token: 'x' }) },
  'POST /api/password-resets': { body: () => ({ email: 'nobody@desk.test' }) },
  'POST /api/password-resets/confirm': { body: () => ({ token: 'x', ...password }) },
  'GET /api/teams': {},
  'POST /api/teams': { body: () => ({ name: 'More' }) },
  'PATCH /api/teams/{id}': { ...team, body: () => ({ name: 'Else' }) },
  'PUT /api/teams/{id}/members': { ...team, body: () => ({ memberIds: [] }) },
  'DELETE /api/teams/{id}': team,
  'GET /api/keys': {},
  'POST /api/keys': { body: () => ({ name: 'X', permissions: ['staff.read'] }) },
  'DELETE /api/keys/{id}': { id: 'key', of: 'desk' },
  'GET /api/audit': {},
  'GET /api/desk': {},
  'GET /api/desk/settings': {},
  'PATCH /api/desk/settings': { body: () => ({ version: 1, settings: { name: 'Else' } }) },
  'POST /api/attachments': {},
  'POST /api/customer/attachments': {},
  'GET /files/{id}': { id: 'attachment', of: 'somebody' },
  'POST /api/customer/session': { body: () => ({ visitorToken: 'blst_visit_of-my-own-making' }) },
  'DELETE /api/customer/session': {},
  'GET /api/customer/me': {},
  'PATCH /api/customer/me': { body: () => ({ locale: 'zh' }) },
  'GET /api/identity-keys': {},
  'POST /api/identity-keys': { body: () => ({ algorithm: 'HS256' }) },
  'POST /api/identity-keys/{id}/retire': { id: 'identityKey', of: 'desk' },
  'GET /api/presence/me': {},
  'PUT /api/presence/me': { body: () => ({ available: true }) },
  'GET /api/conversations': {},
  'GET /api/conversations/counts': {},
  'POST /api/conversations/bulk': {
    body: things => ({ ids: [things.conversation, randomUUID()], change: { priority: 'urgent' } }),
  },
  'GET /api/conversations/{id}': conversation,
  'PATCH /api/conversations/{id}': {
    ...conversation,
    body: () => ({ priority: 'urgent', assigneeId: null }),
  },
  'GET /api/conversations/{id}/entries': conversation,
  'POST /api/conversations/{id}/read': { ...conversation, body: () => ({ seq: 1 }) },
  'GET /api/conversations/{id}/customer': conversation,
  'GET /api/conversations/{id}/related': conversation,
  'POST /api/conversations/{id}/merge': { ...conversation, body: () => ({ into: 1_001 }) },
  'POST /api/conversations/{id}/unmerge': conversation,
  'POST /api/conversations/{id}/split': {
    ...conversation,
    body: () => ({ clientId: randomUUID(), seqs: [1] }),
  },
  'POST /api/conversations/{id}/links': { ...conversation, body: () => ({ number: 1_001 }) },
  'DELETE /api/conversations/{id}/links/{number}': conversation,
  'DELETE /api/conversations/{id}/same/{number}': conversation,
  'GET /api/conversations/{id}/transcript': conversation,
  'GET /api/search': { query: '?q=marzipan' },
  'GET /api/attachments/{id}/link': { id: 'attachment', of: 'somebody' },
  'POST /api/conversations/{id}/entries': { ...conversation, body: () => message('Hello') },
  'PATCH /api/conversations/{id}/entries/{seq}': { ...conversation, body: () => message('Hello') },
  'DELETE /api/conversations/{id}/entries/{seq}': conversation,
  'GET /api/conversations/{id}/draft': conversation,
  'PUT /api/conversations/{id}/draft': { ...conversation, body: () => ({ kind: 'note', body: 'mine' }) },
  'DELETE /api/conversations/{id}/draft': { ...conversation, query: '?kind=message' },
  'GET /api/customer/conversations': {},
  'POST /api/customer/conversations': { body: () => message('Hello') },
  'GET /api/customer/conversations/{id}': conversation,
  'GET /api/customer/conversations/{id}/entries': conversation,
  'POST /api/customer/conversations/{id}/entries': { ...conversation, body: () => message('Hello') },
  'POST /api/customer/conversations/{id}/read': { ...conversation, body: () => ({ seq: 1 }) },
  'POST /api/customer/conversations/{id}/leave': conversation,
  'POST /api/customer/conversations/{id}/wait': conversation,
  'POST /api/customer/conversations/{id}/contact': { ...conversation, body: () => ({ email: 'a@b.test' }) },
  'POST /api/customer/conversations/{id}/solve': conversation,
  'GET /api/customer/conversations/{id}/transcript': conversation,
  'GET /api/customer/attachments/{id}/link': { id: 'attachment', of: 'somebody' },
  'GET /api/presence': {},
  'GET /api/widget/config': {},
  'GET /api/mailboxes': {},
  'POST /api/mailboxes': { body: () => ({ address: 'x@desk.test', name: 'X' }) },
  'PUT /api/mailboxes/{id}': {
    id: 'mailbox',
    of: 'desk',
    body: () => ({ address: 'x@desk.test', name: 'X' }),
  },
  'DELETE /api/mailboxes/{id}': { id: 'mailbox', of: 'desk' },
  'GET /api/mailboxes/{id}/webhook': { id: 'mailbox', of: 'desk' },
  'PUT /api/mailboxes/{id}/imap': { id: 'mailbox', of: 'desk', body: () => imap },
  'DELETE /api/mailboxes/{id}/imap': { id: 'mailbox', of: 'desk' },
  'POST /api/mailboxes/{id}/imap/try': { id: 'mailbox', of: 'desk', body: () => imap },
  'POST /api/mailboxes/{id}/mails': { id: 'mailbox', of: 'desk' },
  'GET /api/conversations/{id}/mails': conversation,
  'GET /api/conversations/{id}/mails/{seq}/html': conversation,
  'GET /api/conversations/{id}/mails/{seq}/raw': conversation,
  'POST /api/conversations/{id}/mails/{seq}/resend': { ...conversation, body: () => ({ to: 'a@b.test' }) },
  'GET /api/sla/policies': {},
  'POST /api/sla/policies': { body: () => policy },
  'PUT /api/sla/policies/{id}': { id: 'policy', of: 'desk', body: () => ({ version: 1, policy }) },
  'DELETE /api/sla/policies/{id}': { id: 'policy', of: 'desk' },
  'GET /api/sla/calendars': {},
  'POST /api/sla/calendars': { body: () => calendar },
  'PUT /api/sla/calendars/{id}': { id: 'calendar', of: 'desk', body: () => ({ version: 1, calendar }) },
  'DELETE /api/sla/calendars/{id}': { id: 'calendar', of: 'desk' },
  'GET /api/sla/recalculation': {},
  'GET /api/conversations/{id}/clocks': conversation,
  'GET /api/customer/conversations/{id}/times': conversation,
  'GET /api/response-times': {},
  'GET /api/canned-replies': {},
  'POST /api/canned-replies': { body: () => reply },
  'PATCH /api/canned-replies/{id}': { id: 'cannedReply', of: 'desk', body: () => reply },
  'DELETE /api/canned-replies/{id}': { id: 'cannedReply', of: 'desk' },
}
