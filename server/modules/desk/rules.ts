// How settings are put together: what is stored or asked for, over what holds otherwise.
import { type DeskSettings, defaultDeskSettings, type PublicDesk } from '../../../contract/desk.ts'

type Section = 'widget' | 'channels' | 'attachments' | 'identity'
/** Any part of the settings, down to single fields of a section. */
export type SomeSettings = Partial<Omit<DeskSettings, Section>> & {
  [S in Section]?: Partial<DeskSettings[S]>
}

/** `change` over `settings`: sections field by field, everything else as a whole. */
export function merged(settings: DeskSettings, change: SomeSettings): DeskSettings {
  return {
    ...settings,
    ...change,
    widget: { ...settings.widget, ...change.widget },
    channels: { ...settings.channels, ...change.channels },
    attachments: { ...settings.attachments, ...change.attachments },
    identity: { ...settings.identity, ...change.identity },
  }
}

/** What is stored, completed: settings that came with a later version have their defaults. */
export const completed = (stored: SomeSettings): DeskSettings => merged(defaultDeskSettings, stored)

/** Neither who may embed the widget nor what tokens must say is a visitor's business. */
export function publicPart(settings: DeskSettings): PublicDesk {
  const { name, languages, defaultLocale, colours, logo, channels, attachments } = settings
  const { allowedDomains: _, ...widget } = settings.widget
  return { name, languages, defaultLocale, colours, logo, widget, channels, attachments }
}
