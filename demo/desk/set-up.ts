// The demo's desk as its administrator would set it up: settings, people, teams, canned replies, macros, help centre.
import { createAdministrator } from '../../server/modules/identity/index.ts'
import type { Desk } from '../../server/platform/context.ts'
import type { SupportKey } from '../exchange/support-token.ts'
import { languages } from '../languages.ts'
import {
  administrator,
  agents,
  exchange,
  lead,
  newcomer,
  password,
  type TeamName,
  teamNames,
} from '../people.ts'
import { cannedReplies } from './canned-replies.data.ts'
import { type AtWork, signIn } from './colleague.ts'
import { ask, type Line } from './line.ts'
import { macros } from './macros.data.ts'
import { writeHelpCentre } from './write-help-centre.ts'

export type TeamIds = Record<TeamName, string>

export interface SetUp {
  admin: AtWork
  teams: TeamIds
  key: SupportKey
}

/** Where a demo's desk is, and when it begins. */
export interface Place {
  /** The desk's own. */
  origin: string
  /** Hosts whose pages may show the widget. */
  sites: string[]
  now: Date
}

/** Sets up an empty desk. */
export async function setUp(desk: Desk, line: Line, { origin, sites, now }: Place): Promise<SetUp> {
  await createAdministrator(desk, { ...administrator, password })
  const admin = await signIn(line, administrator, origin)
  await allowExchange(admin, sites)
  const teams = await makeTeams(admin)
  for (const person of [lead, newcomer, ...agents]) {
    const invitation = {
      email: person.email,
      role: person.role,
      teamIds: person.teams.map(team => teams[team]),
    }
    const { link } = await admin.ask('POST', '/api/invitations', invitation)
    const token = new URL(link).searchParams.get('token')
    const body = { token, name: person.name, password }
    await ask(line, 'POST', '/api/invitations/accept', {
      body,
      headers: { 'accept-language': person.locale },
    })
  }
  await writeReplies(admin, teams)
  await writeMacros(admin, teams)
  const editor = await signIn(line, lead, origin)
  await writeHelpCentre(admin, editor, now.getTime())
  await editor.signOut()
  return { admin, teams, key: await newSupportKey(admin) }
}

/** Names the desk, and lets the exchange's pages embed the widget; harmless when that is so already. */
export async function allowExchange(admin: AtWork, sites: string[]): Promise<void> {
  const { version, settings } = await admin.ask('GET', '/api/desk/settings')
  const missing = sites.filter(site => !settings.widget.allowedDomains.includes(site))
  if (missing.length === 0) return
  const first = settings.widget.allowedDomains.length === 0
  await admin.ask('PATCH', '/api/desk/settings', {
    version,
    settings: {
      ...(first && { name: `${exchange.name} Support`, languages, defaultLocale: 'en' }),
      widget: {
        allowedDomains: [...settings.widget.allowedDomains, ...missing],
        ...(first && { greeting }),
      },
    },
  })
}

const greeting = {
  en: 'Markets never close, and neither do we. How can we help?',
  zh: '市场全天候，我们也是。请问有什么可以帮您？',
}

/** A key with which the exchange vouches for its customers. */
export async function newSupportKey(admin: AtWork): Promise<SupportKey> {
  const { kid, secret } = await admin.ask('POST', '/api/identity-keys', { algorithm: 'HS256' })
  return { kid, secret }
}

async function makeTeams(admin: AtWork): Promise<TeamIds> {
  const made: Partial<TeamIds> = {}
  for (const [team, name] of Object.entries(teamNames) as [TeamName, string][]) {
    made[team] = (await admin.ask('POST', '/api/teams', { name })).id
  }
  return made as TeamIds
}

async function writeReplies(admin: AtWork, teams: TeamIds): Promise<void> {
  for (const { shortcut, team, title, body } of cannedReplies) {
    for (const locale of languages) {
      const reply = { shortcut, locale, title: title[locale], body: body[locale] }
      await admin.ask('POST', '/api/canned-replies', { ...reply, teamId: team && teams[team] })
    }
  }
}

async function writeMacros(admin: AtWork, teams: TeamIds): Promise<void> {
  for (const { team, ...macro } of macros) {
    await admin.ask('POST', '/api/macros', { ...macro, teamId: team && teams[team] })
  }
}
