// Who works at the desk: sign-in, sessions, second factor, staff, teams, invitations, API keys and the audit log.
import { z } from 'zod'
import { EmailAddress, Id, Instant, LocaleTag, limits } from './common.ts'
import { Permission, Role } from './permissions.ts'

/** Shorter than the rule allows is accepted here, so that the answer is `weak_password` rather than a fault of form. */
export const Password = z.string().min(1).max(200)
const PersonName = z.string().trim().min(1).max(limits.name)
/** Of any length, so that an empty or shortened token is refused like a wrong one. */
const Token = z.string().max(200)
/** Six digits of an authenticator app, or a recovery code. */
const Code = z.string().trim().min(1).max(40)

export const Me = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  permissions: z.array(Permission),
  teams: z.array(z.object({ id: Id, name: z.string() })),
  locale: LocaleTag,
  twoFactor: z.boolean(),
  sessionId: Id,
})
export type Me = z.infer<typeof Me>

export const SignIn = z.object({
  email: z.string().trim().max(254),
  password: Password,
  code: Code.optional(),
})
export type SignIn = z.infer<typeof SignIn>

/** What the sign-in page must know before anybody is known. */
export const SignInOptions = z.object({
  passwordReset: z
    .boolean()
    .describe('Whether the desk can send mail, so that a new password can be asked for.'),
  needsAdministrator: z.boolean().describe('Whether the desk waits for its first administrator.'),
})

export const UpdateMe = z.object({ name: PersonName.optional(), locale: LocaleTag.optional() })
export type UpdateMe = z.infer<typeof UpdateMe>

export const Session = z.object({
  id: Id,
  current: z.boolean(),
  ip: z.string(),
  userAgent: z.string(),
  createdAt: Instant,
  seenAt: Instant,
})
export type Session = z.infer<typeof Session>
export const Sessions = z.object({ sessions: z.array(Session) })

export const ChangePassword = z.object({ password: Password, newPassword: Password })

/** Changes of the second factor ask for the password again, so that a session left open is not enough. */
export const BeginSecondFactor = z.object({ password: Password })
export const SecondFactorSecret = z.object({
  secret: z.string(),
  url: z.string().describe('otpauth:// for a QR code'),
})
export const ConfirmWithCode = z.object({ password: Password, code: Code })
export type ConfirmWithCode = z.infer<typeof ConfirmWithCode>
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).describe('Shown this once.') })

export const Welcome = z.object({ token: Token, name: PersonName, email: EmailAddress, password: Password })
export type Welcome = z.infer<typeof Welcome>

export const Invite = z.object({ email: EmailAddress, role: Role, teamIds: z.array(Id).max(100).default([]) })
export type Invite = z.infer<typeof Invite>
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: Role,
  teamIds: z.array(Id),
  createdAt: Instant,
  expiresAt: Instant,
})
export type Invitation = z.infer<typeof Invitation>
export const Invited = z.object({
  invitation: Invitation,
  link: z.string().nullable().describe('To hand over; null when it was sent by mail.'),
})
export const Invitations = z.object({ invitations: z.array(Invitation) })
export const AcceptInvitation = z.object({ token: Token, name: PersonName, password: Password })
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

export const LookAtLink = z.object({ kind: z.enum(['welcome', 'invitation', 'reset']), token: Token })
export type LookAtLink = z.infer<typeof LookAtLink>
export const LinkDetails = z.object({ email: z.string().nullable(), expiresAt: Instant })

export const RequestReset = z.object({ email: z.string().trim().max(254) })
export const ConfirmReset = z.object({ token: Token, password: Password })
export type ConfirmReset = z.infer<typeof ConfirmReset>
export const HandOverLink = z.object({ link: z.string(), expiresAt: Instant })

export const StaffMember = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable().describe('Only for those who administer staff.'),
  role: Role,
  teamIds: z.array(Id),
  twoFactor: z.boolean(),
  disabled: z.boolean(),
  createdAt: Instant,
})
export type StaffMember = z.infer<typeof StaffMember>
export const StaffList = z.object({ staff: z.array(StaffMember) })
export const UpdateStaff = z.object({
  name: PersonName.optional(),
  role: Role.optional(),
  teamIds: z.array(Id).max(100).optional(),
  disabled: z.boolean().optional(),
})
export type UpdateStaff = z.infer<typeof UpdateStaff>

/** What customers know a team as, by language: it stands in “With … since yesterday”. */
const PublicNames = z.record(LocaleTag, z.string().trim().min(1).max(limits.name))
export const Team = z.object({
  id: Id,
  name: z.string(),
  publicNames: PublicNames,
  memberIds: z.array(Id),
  createdAt: Instant,
})
export type Team = z.infer<typeof Team>
export const Teams = z.object({ teams: z.array(Team) })
export const WriteTeam = z.object({
  name: PersonName,
  /** As they are when left out. Without any, customers read “our team”. */
  publicNames: PublicNames.refine(names => Object.keys(names).length <= 50).optional(),
})
export type WriteTeam = z.infer<typeof WriteTeam>
export const SetTeamMembers = z.object({ memberIds: z.array(Id).max(1_000) })

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  prefix: z.string().describe('The first characters, by which its holder recognises it.'),
  permissions: z.array(Permission),
  createdBy: z.object({ id: Id, name: z.string() }),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>
export const ApiKeys = z.object({ keys: z.array(ApiKey) })
export const CreateApiKey = z.object({
  name: PersonName,
  permissions: z.array(Permission).min(1),
  expiresAt: Instant.nullable().default(null),
})
export type CreateApiKey = z.infer<typeof CreateApiKey>
export const CreatedApiKey = z.object({ key: ApiKey, secret: z.string().describe('Shown this once.') })

export const AuditEntry = z.object({
  id: z.int(),
  at: Instant,
  actor: z.object({ kind: z.string(), id: Id.nullable(), name: z.string().nullable() }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string().nullable() }),
  data: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>
export const AuditQuery = z.object({
  action: z.string().max(80).optional(),
  actorId: Id.optional(),
  subjectKind: z.string().max(80).optional(),
  subjectId: z.string().max(80).optional(),
  /** Entries older than this one. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.infer<typeof AuditQuery>
export const AuditPage = z.object({ entries: z.array(AuditEntry), before: z.int().nullable() })
