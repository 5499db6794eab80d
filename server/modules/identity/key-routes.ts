// API keys and the audit log.
import { z } from 'zod'
import { Done, done, Id } from '../../../contract/common.ts'
import * as shapes from '../../../contract/identity.ts'
import { type Route, route } from '../../platform/routes.ts'
import { apiKeys, createApiKey, revokeApiKey } from './api-keys.ts'
import { auditLog } from './audit-log.ts'

export const keyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/keys',
    allow: 'api_keys.write',
    summary: 'All API keys, without the keys themselves',
    tag: 'API keys',
    answer: shapes.ApiKeys,
    read: ctx => apiKeys(ctx),
  }),
  route({
    method: 'POST',
    path: '/api/keys',
    allow: 'api_keys.write',
    summary: 'Create an API key; it is shown this once',
    tag: 'API keys',
    body: shapes.CreateApiKey,
    answer: shapes.CreatedApiKey,
    write: (ctx, { body }) => createApiKey(ctx, body),
  }),
  route({
    method: 'DELETE',
    path: '/api/keys/{id}',
    allow: 'api_keys.write',
    summary: 'Revoke an API key',
    tag: 'API keys',
    params: z.object({ id: Id }),
    answer: Done,
    write: async (ctx, { params }) => {
      await revokeApiKey(ctx, params.id)
      return done
    },
  }),
  route({
    method: 'GET',
    path: '/api/audit',
    allow: 'audit.read',
    summary: 'Who did what, the latest first',
    tag: 'Audit log',
    query: shapes.AuditQuery,
    answer: shapes.AuditPage,
    read: (ctx, { query }) => auditLog(ctx, query),
  }),
]
