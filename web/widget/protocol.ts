// What the page and the widget's frame say to each other. Types and names only: the two are built apart.

export type Theme = 'auto' | 'light' | 'dark'
export type Position = 'left' | 'right'

/** What a page may set, in `window.ballastSettings` or with `boot` and `update`. */
export interface Settings {
  /** Origin of the desk; where the loader came from when left out. */
  desk?: string
  locale?: string
  theme?: Theme
  position?: Position
  /** False hides the button: the page opens the chat itself. */
  launcher?: boolean
  zIndex?: number
  /** Known already, so that nobody is asked again. Only a suggestion: it proves nothing. */
  name?: string
  email?: string
  topic?: string
  subject?: string
}

/** Settings without what only the page needs, and what the page knows besides. */
export interface FrameSettings extends Omit<Settings, 'desk' | 'launcher' | 'zIndex'> {
  /** Whether the page vouches for who this is. */
  identified: boolean
  page: string
}

/** From the page. The first comes by `postMessage` with the port, all others through the port. */
export type FromHost =
  | { type: 'start'; settings: FrameSettings; open: boolean; session?: HandedSession }
  | { type: 'settings'; settings: FrameSettings }
  | { type: 'open'; page: string }
  | { type: 'closed' }
  | { type: 'new'; text: string; page: string }
  | { type: 'identity'; id: number; token: string | null }
  | { type: 'identified'; identified: boolean }
  | { type: 'shutdown' }

export type FromFrame =
  | { type: 'ready'; texts: LauncherTexts; look: LauncherLook; chat: boolean }
  /** `label` is what the button is then called. */
  | { type: 'unread'; count: number; label: string }
  | { type: 'open' }
  | { type: 'close' }
  /** `again` when the last token was refused or is used up. */
  | { type: 'identity'; id: number; again: boolean }
  | { type: 'wiped' }

export interface LauncherTexts {
  open: string
  close: string
  unread: string
  frame: string
}

export interface LauncherLook {
  position: Position
  brand: string
  onBrand: string
  late: string
  surface: string
  dark: boolean
}

/** Given to the window that pops out: its storage may be another one. */
export interface HandedSession {
  token: string
  expiresAt: string
  conversationId: string | null
}

/** Marks our messages among all others that cross a page. */
export const mark = 'ballast-widget-1'
