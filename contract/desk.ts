// The installation's own settings: all of them for those who may change them, and the part that every visitor sees.
import { z } from 'zod'
import { LocaleTag, TimeZone } from './common.ts'
import { Topic, topics } from './conversations.ts'

/** The names of look/tokens.ts that a desk may set. */
export const colourNames = [
  'text',
  'textSoft',
  'surface',
  'surfaceSoft',
  'surfaceRaised',
  'frame',
  'brand',
  'brandSoft',
  'onBrand',
  'waiting',
  'waitingSoft',
  'late',
  'lateSoft',
  'focus',
] as const

const Colours = z.partialRecord(z.enum(colourNames), z.string().regex(/^#[0-9a-fA-F]{6}$/))

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
const hostShape = new RegExp(`^(\\*\\.)?(${label}\\.)*${label}(:(\\d{1,5}|\\*))?$`)
/** `example.com`, `*.example.com` (any name below, not the domain itself), either with a port: `localhost:5173`, `localhost:*`. */
export const AllowedDomain = z.string().trim().toLowerCase().max(253).regex(hostShape)

const languages = z.array(LocaleTag).min(1).max(50)
const sections = {
  widget: z.object({
    enabled: z.boolean(),
    /** Whose pages may show the widget, besides the desk's own origin. */
    allowedDomains: z.array(AllowedDomain).max(200),
    position: z.enum(['left', 'right']),
    /** The first words a visitor reads, by locale; the product's own where there are none. */
    greeting: z.record(LocaleTag, z.string().trim().max(500)),
    askName: z.boolean(),
    askEmail: z.boolean(),
    /** Offered before the chat starts, in this order. */
    topics: z.array(Topic).max(topics.length),
  }),
  channels: z.object({ chat: z.boolean(), form: z.boolean(), email: z.boolean() }),
  attachments: z.object({ enabled: z.boolean() }),
  identity: z.object({
    /** What `aud` must say in the tokens that the exchange signs. */
    audience: z.string().trim().min(1).max(200),
  }),
}
const general = {
  name: z.string().trim().min(1).max(80),
  languages,
  defaultLocale: LocaleTag,
  /** By whose clock the public site tells times. */
  timeZone: TimeZone,
  colours: z.object({ light: Colours, dark: Colours }),
  /** A word or two in place of a picture; the name where it is empty. */
  logo: z.string().trim().max(24),
}

export const DeskSettings = z
  .object({ ...general, ...sections })
  .refine(settings => settings.languages.includes(settings.defaultLocale), {
    path: ['defaultLocale'],
    message: 'must be one of the languages',
  })
export type DeskSettings = z.infer<typeof DeskSettings>

export const defaultDeskSettings: DeskSettings = {
  name: 'Ballast',
  languages: ['en', 'zh'],
  defaultLocale: 'en',
  timeZone: 'UTC',
  colours: { light: {}, dark: {} },
  logo: '',
  widget: {
    enabled: true,
    allowedDomains: [],
    position: 'right',
    greeting: {},
    askName: true,
    askEmail: true,
    topics: [...topics],
  },
  channels: { chat: true, form: true, email: true },
  attachments: { enabled: true },
  identity: { audience: 'ballast' },
}

export const VersionedDeskSettings = z.object({ version: z.int(), settings: DeskSettings })

/** Sections are merged field by field; lists, greetings and colours are replaced as they are given. */
export const ChangeDeskSettings = z.object({
  version: z.int(),
  settings: z
    .object({
      ...general,
      widget: sections.widget.partial(),
      channels: sections.channels.partial(),
      attachments: sections.attachments.partial(),
      identity: sections.identity.partial(),
    })
    .partial(),
})
export type ChangeDeskSettings = z.infer<typeof ChangeDeskSettings>

/** What a visitor's browser is told. */
export const PublicDesk = z.object({
  name: general.name,
  languages,
  defaultLocale: LocaleTag,
  colours: general.colours,
  logo: general.logo,
  widget: sections.widget.omit({ allowedDomains: true }),
  channels: sections.channels,
  attachments: sections.attachments,
})
export type PublicDesk = z.infer<typeof PublicDesk>

/** `agentsAvailable`: a chat that is opened now finds somebody. */
export const WidgetConfig = PublicDesk.extend({ agentsAvailable: z.boolean() })
export type WidgetConfig = z.infer<typeof WidgetConfig>
