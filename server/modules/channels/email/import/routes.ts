// Imports of old mail over HTTP.
import { z } from 'zod'
import { Done, Id } from '../../../../../contract/common.ts'
import {
  ImportFolder,
  ImportLogin,
  MailImport,
  StartImport,
  UnreadableMail,
} from '../../../../../contract/mail-import.ts'
import { notFound } from '../../../../platform/errors.ts'
import { type Route, route, thenDone } from '../../../../platform/routes.ts'
import { importById, listImports, listUnreadable } from './import-rows.ts'
import { continueImport, foldersOf, startImport, stopImport } from './start-import.ts'
import { downloadUnreadable } from './unreadable-mail.ts'

const one = z.object({ id: Id })
const base = { allow: 'settings.write', tag: 'Email', params: one } as const

export const routes: readonly Route[] = [
  route({
    allow: 'settings.read',
    tag: 'Email',
    method: 'GET',
    path: '/api/mail-imports',
    summary: 'Imports of old mail and how far they are, the newest first',
    answer: z.object({ imports: z.array(MailImport) }),
    read: async ctx => ({ imports: await listImports(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/mailboxes/{id}/import/folders',
    summary: 'The folders of a server from which old mail may be imported, and how many mails are in each',
    perMinute: 20,
    body: ImportLogin,
    answer: z.object({ folders: z.array(ImportFolder) }),
    direct: async (desk, actor, { params, body }) => ({
      folders: await foldersOf(desk, actor, params.id, body),
    }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/mailboxes/{id}/import',
    summary: 'Import old mail into solved conversations; nobody is told, answered or promised anything',
    body: StartImport,
    answer: one,
    write: (ctx, { params, body }) => startImport(ctx, params.id, body),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/mail-imports/{id}/stop',
    summary: 'Stop an import where it is; does nothing to one that is done',
    answer: Done,
    write: (ctx, { params }) => thenDone(stopImport(ctx, params.id)),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/mail-imports/{id}/continue',
    summary: 'Go on with an import that was stopped',
    answer: Done,
    write: (ctx, { params }) => thenDone(continueImport(ctx, params.id)),
  }),
  route({
    ...base,
    allow: 'settings.read',
    method: 'GET',
    path: '/api/mail-imports/{id}/unreadable',
    summary: 'The mails of an import that could not be read, oldest first; at most 500',
    answer: z.object({ mails: z.array(UnreadableMail) }),
    read: async (ctx, { params }) => {
      if (!(await importById(ctx, params.id))) throw notFound()
      return { mails: await listUnreadable(ctx, params.id) }
    },
  }),
  route({
    ...base,
    allow: 'mails.read_raw',
    method: 'GET',
    path: '/api/mail-imports/unreadable/{id}/raw',
    summary: 'A mail that could not be read, as it came, as a file; written to the audit log',
    answer: z.string(),
    write: (ctx, { params }) => downloadUnreadable(ctx, params.id),
  }),
]
