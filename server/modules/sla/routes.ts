// Endpoints of what the desk promises.
import { z } from 'zod'
import { ConversationClock } from '../../../contract/clocks.ts'
import { Done, Id } from '../../../contract/common.ts'
import { PredictedTimes, ResponseTimes } from '../../../contract/predictions.ts'
import {
  Calendar,
  ChangeCalendar,
  ChangePolicy,
  KeptCalendar,
  KeptPolicy,
  Policy,
  Recalculation,
} from '../../../contract/sla.ts'
import { type Route, route, thenDone } from '../../platform/routes.ts'
import { archiveCalendar, changeCalendar, createCalendar } from './calendars.ts'
import { currentPolicies, listCalendars } from './offer.ts'
import { archivePolicy, changePolicy, createPolicy } from './policies.ts'
import { clocksOf, timesOf } from './queries.ts'
import { lastRecalculation } from './recalculate.ts'
import { responseTimes } from './response-times.ts'

const reading = { allow: 'settings.read', tag: 'Promises', method: 'GET' } as const
const writing = { allow: 'sla.write', tag: 'Promises' } as const
const one = z.object({ id: Id })

const policies: readonly Route[] = [
  route({
    ...reading,
    path: '/api/sla/policies',
    summary: 'Policies, in the order in which they are tried',
    answer: z.object({ policies: z.array(KeptPolicy) }),
    read: async ctx => ({ policies: await currentPolicies(ctx) }),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/sla/policies',
    summary: 'Make a policy',
    body: Policy,
    answer: one,
    write: (ctx, { body }) => createPolicy(ctx, body),
  }),
  route({
    ...writing,
    method: 'PUT',
    path: '/api/sla/policies/{id}',
    summary: 'Change a policy',
    params: one,
    body: ChangePolicy,
    answer: one,
    write: (ctx, { params, body }) => changePolicy(ctx, params.id, body),
  }),
  route({
    ...writing,
    method: 'DELETE',
    path: '/api/sla/policies/{id}',
    summary: 'Take a policy out of use',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(archivePolicy(ctx, params.id)),
  }),
]

const calendars: readonly Route[] = [
  route({
    ...reading,
    path: '/api/sla/calendars',
    summary: 'Calendars, by name',
    answer: z.object({ calendars: z.array(KeptCalendar) }),
    read: async ctx => ({ calendars: await listCalendars(ctx) }),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/sla/calendars',
    summary: 'Make a calendar',
    body: Calendar,
    answer: one,
    write: (ctx, { body }) => createCalendar(ctx, body),
  }),
  route({
    ...writing,
    method: 'PUT',
    path: '/api/sla/calendars/{id}',
    summary: 'Change a calendar',
    params: one,
    body: ChangeCalendar,
    answer: one,
    write: (ctx, { params, body }) => changeCalendar(ctx, params.id, body),
  }),
  route({
    ...writing,
    method: 'DELETE',
    path: '/api/sla/calendars/{id}',
    summary: 'Take a calendar out of use',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(archiveCalendar(ctx, params.id)),
  }),
]

export const routes: readonly Route[] = [
  ...policies,
  ...calendars,
  route({
    ...reading,
    path: '/api/sla/recalculation',
    summary: 'How far the last change of policies and calendars has got in open conversations',
    answer: z.object({ recalculation: Recalculation.nullable() }),
    read: async ctx => ({ recalculation: await lastRecalculation(ctx) }),
  }),
  route({
    allow: 'conversations.read',
    tag: 'Promises',
    method: 'GET',
    path: '/api/conversations/{id}/clocks',
    summary: 'The clocks of a conversation that have been started, and how long it will probably take',
    params: one,
    answer: z.object({ clocks: z.array(ConversationClock), predicted: PredictedTimes }),
    read: async (ctx, { params }) => ({
      clocks: await clocksOf(ctx, params.id),
      predicted: await timesOf(ctx, params.id),
    }),
  }),
  route({
    allow: 'customer',
    tag: 'Customer: conversations',
    method: 'GET',
    path: '/api/customer/conversations/{id}/times',
    summary: 'When an answer and a solution are to be expected',
    params: one,
    answer: PredictedTimes,
    read: (ctx, { params }) => timesOf(ctx, params.id),
  }),
  route({
    allow: 'public',
    tag: 'Promises',
    method: 'GET',
    path: '/api/response-times',
    summary: 'How long answers and solutions take by channel and topic, and how well such ranges held',
    answer: ResponseTimes,
    read: ctx => responseTimes(ctx),
  }),
]
