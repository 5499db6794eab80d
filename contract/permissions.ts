// What staff may do, and which role may do it. A role is nothing but a named set of permissions.
import { z } from 'zod'

export const permissions = [
  'conversations.read',
  'conversations.read_all',
  'conversations.write',
  'conversations.assign',
  'conversations.delete_entry',
  /** Mails as they came hold what was taken out of them: seed phrases, and where their writer was. */
  'mails.read_raw',
  'canned_replies.write',
  'macros.write',
  'rules.write',
  'tags.write',
  'sla.write',
  'workforce.read',
  'workforce.write_own',
  'workforce.write',
  'articles.write',
  /** Approving what others wrote, and publishing. */
  'articles.review',
  'customers.read',
  'staff.read',
  'staff.write',
  'teams.write',
  'api_keys.write',
  'settings.read',
  'settings.write',
  'audit.read',
] as const

export const Permission = z.enum(permissions)
export type Permission = z.infer<typeof Permission>

export const roles = ['agent', 'lead', 'editor', 'compliance', 'administrator'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

const everyone: Permission[] = ['staff.read', 'workforce.read']
const desk: Permission[] = [
  'conversations.read',
  'conversations.write',
  'workforce.write_own',
  'customers.read',
]

export const rolePermissions: Record<Role, readonly Permission[]> = {
  agent: [...everyone, ...desk],
  lead: [
    ...everyone,
    ...desk,
    'conversations.read_all',
    'conversations.assign',
    'conversations.delete_entry',
    'mails.read_raw',
    'canned_replies.write',
    'macros.write',
    'rules.write',
    'tags.write',
    'sla.write',
    'workforce.write',
    'articles.write',
    'articles.review',
    'settings.read',
  ],
  editor: [...everyone, 'articles.write', 'articles.review', 'canned_replies.write'],
  compliance: [
    ...everyone,
    'conversations.read',
    'conversations.read_all',
    'mails.read_raw',
    'customers.read',
    'audit.read',
  ],
  administrator: permissions,
}
