// Signing in and out, and what members of staff do about their own account.
import { z } from 'zod'
import { Done, done, Id } from '../../../contract/common.ts'
import * as shapes from '../../../contract/identity.ts'
import type { StaffActor } from '../../platform/context.ts'
import { Answer, type Route, route } from '../../platform/routes.ts'
import {
  beginSecondFactor,
  disableSecondFactor,
  enableSecondFactor,
  renewRecoveryCodes,
} from './change-second-factor.ts'
import { noCookie } from './cookie.ts'
import { isEmpty, welcome } from './first-administrator.ts'
import { endAllMySessions, endMySession, me, mySessions, updateMe } from './me.ts'
import { changePassword } from './password.ts'
import { signIn, signOut } from './sign-in.ts'

const tag = 'Session'

export const sessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/sign-in',
    allow: 'public',
    summary: 'What the sign-in page has to offer',
    tag,
    answer: shapes.SignInOptions,
    read: async ctx => ({ passwordReset: ctx.mail.configured, needsAdministrator: await isEmpty(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/api/session',
    allow: 'public',
    summary: 'Sign in',
    tag,
    body: shapes.SignIn,
    answer: Done,
    direct: (desk, actor, { body, caller }) => signIn(desk, actor, body, caller),
  }),
  route({
    method: 'GET',
    path: '/api/session',
    allow: 'staff',
    summary: 'Who is signed in',
    tag,
    answer: shapes.Me,
    read: ctx => me(ctx),
  }),
  route({
    method: 'PATCH',
    path: '/api/session',
    allow: 'staff',
    summary: 'Change my name or language',
    tag,
    body: shapes.UpdateMe,
    answer: shapes.Me,
    write: (ctx, { body }) => updateMe(ctx, body),
  }),
  route({
    method: 'DELETE',
    path: '/api/session',
    allow: 'staff',
    summary: 'Sign out',
    tag,
    answer: Done,
    write: async (ctx, { caller }) => {
      await signOut(ctx, caller)
      return new Answer(done, { 'set-cookie': noCookie(ctx.publicUrl) })
    },
  }),
  route({
    method: 'GET',
    path: '/api/session/list',
    allow: 'staff',
    summary: 'Where I am signed in',
    tag,
    answer: shapes.Sessions,
    read: ctx => mySessions(ctx),
  }),
  route({
    method: 'DELETE',
    path: '/api/session/{id}',
    allow: 'staff',
    summary: 'End one of my sessions',
    tag,
    params: z.object({ id: Id }),
    answer: Done,
    write: async (ctx, { params, caller }) => {
      await endMySession(ctx, params.id, caller)
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/api/session/end-all',
    allow: 'staff',
    summary: 'Sign out everywhere',
    tag,
    answer: Done,
    write: async (ctx, { caller }) => {
      await endAllMySessions(ctx, caller)
      return new Answer(done, { 'set-cookie': noCookie(ctx.publicUrl) })
    },
  }),
  route({
    method: 'POST',
    path: '/api/session/password',
    allow: 'staff',
    summary: 'Change my password',
    tag,
    body: shapes.ChangePassword,
    answer: Done,
    direct: (desk, actor, { body, caller }) => changePassword(desk, actor as StaffActor, body, caller),
  }),
  route({
    method: 'POST',
    path: '/api/session/second-factor',
    allow: 'staff',
    summary: 'Get a secret for an authenticator app',
    tag,
    body: shapes.BeginSecondFactor,
    answer: shapes.SecondFactorSecret,
    direct: (desk, actor, { body, caller }) =>
      beginSecondFactor(desk, actor as StaffActor, body.password, caller),
  }),
  route({
    method: 'POST',
    path: '/api/session/second-factor/enable',
    allow: 'staff',
    summary: 'Turn the second factor on',
    tag,
    body: shapes.ConfirmWithCode,
    answer: shapes.RecoveryCodes,
    direct: (desk, actor, { body, caller }) => enableSecondFactor(desk, actor as StaffActor, body, caller),
  }),
  route({
    method: 'POST',
    path: '/api/session/second-factor/disable',
    allow: 'staff',
    summary: 'Turn the second factor off',
    tag,
    body: shapes.ConfirmWithCode,
    answer: Done,
    direct: (desk, actor, { body, caller }) => disableSecondFactor(desk, actor as StaffActor, body, caller),
  }),
  route({
    method: 'POST',
    path: '/api/session/recovery-codes',
    allow: 'staff',
    summary: 'Replace my recovery codes',
    tag,
    body: shapes.ConfirmWithCode,
    answer: shapes.RecoveryCodes,
    direct: (desk, actor, { body, caller }) => renewRecoveryCodes(desk, actor as StaffActor, body, caller),
  }),
  route({
    method: 'POST',
    path: '/api/welcome',
    allow: 'public',
    summary: 'Create the first administrator by the link of the terminal',
    tag,
    body: shapes.Welcome,
    answer: Done,
    direct: (desk, _, { body, caller }) => welcome(desk, body, caller),
  }),
]
