// The made-up exchange and everybody who works there or is a customer on its pages. None of them exists.
import type { Role } from '../contract/permissions.ts'
import type { Language } from './languages.ts'

export const exchange = {
  name: 'Northquay',
  names: { en: 'Northquay', zh: '北埠' },
  /** `.example` belongs to nobody, by RFC 2606. */
  domain: 'northquay.example',
} as const

export const teamNames = {
  trading: 'Trading',
  money: 'Deposits & withdrawals',
  security: 'Security',
} as const
export type TeamName = keyof typeof teamNames

export interface Colleague {
  name: string
  email: string
  role: Role
  locale: Language
  languages: readonly Language[]
  teams: readonly TeamName[]
  /** Whether the simulator plays this person. */
  played: boolean
}

/** One password for all of them, so that a newcomer can look at the desk through anybody's eyes. */
export const password = 'calm-water-4400'

const at = (name: string) => `${name}@${exchange.domain}`
const all: readonly TeamName[] = ['trading', 'money', 'security']
const both: readonly Language[] = ['en', 'zh']

export const administrator: Colleague = {
  name: 'Ingrid Vale',
  email: at('admin'),
  role: 'administrator',
  locale: 'en',
  languages: both,
  teams: [],
  played: false,
}

/** Left to the newcomer: in all teams, so that everything can be seen. */
export const newcomer: Colleague = {
  name: 'Robin Hale',
  email: at('agent'),
  role: 'agent',
  locale: 'en',
  languages: both,
  teams: all,
  played: false,
}

export const lead: Colleague = {
  name: 'Tomas Reyl',
  email: at('lead'),
  role: 'lead',
  locale: 'en',
  languages: both,
  teams: all,
  played: false,
}

const agent = (
  name: string,
  mailbox: string,
  languages: readonly Language[],
  teams: readonly TeamName[],
): Colleague => ({
  name,
  email: at(mailbox),
  role: 'agent',
  locale: languages[0]!,
  languages,
  teams,
  played: true,
})

export const agents: readonly Colleague[] = [
  agent('Nora Ellin', 'nora', ['en'], ['money', 'trading']),
  agent('沈玫 Mei Shen', 'mei', ['zh', 'en'], all),
  agent('Jonas Brekk', 'jonas', ['en'], ['trading', 'security']),
  agent('韩立川 Lichuan Han', 'lichuan', ['zh'], ['money', 'security']),
  agent('Yara Dunmore', 'yara', ['en', 'zh'], ['security', 'money']),
]

export const staff: readonly Colleague[] = [administrator, lead, newcomer, ...agents]

/** Names for customers who come and go. */
export const customerNames: Record<Language, { given: readonly string[]; family: readonly string[] }> = {
  en: {
    given: [
      'Alba',
      'Ben',
      'Carla',
      'Dario',
      'Elif',
      'Finn',
      'Greta',
      'Hugo',
      'Ines',
      'Jarek',
      'Kira',
      'Leon',
      'Maja',
    ].concat(['Nils', 'Oona', 'Pavel', 'Rita', 'Sven', 'Tilda', 'Uma', 'Viktor', 'Wanda']),
    family: [
      'Arden',
      'Birk',
      'Castell',
      'Dorn',
      'Eskel',
      'Farrow',
      'Gale',
      'Holm',
      'Ivers',
      'Jansk',
      'Kell',
      'Lund',
    ].concat(['Marsh', 'Nyberg', 'Oakes', 'Pell', 'Quill', 'Rowe', 'Stroud', 'Thorne']),
  },
  zh: {
    given: [
      '晓岚',
      '子墨',
      '雨桐',
      '嘉禾',
      '一帆',
      '思齐',
      '文轩',
      '若溪',
      '景行',
      '安然',
      '云舟',
      '明远',
      '知夏',
      '书意',
    ],
    family: ['李', '王', '陈', '林', '周', '吴', '郑', '许', '何', '苏', '蒋', '沈', '韩', '杨'],
  },
}
