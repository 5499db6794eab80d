// The look of Ballast: one set of tokens for console, widget and site. A desk re-brands by setting these.

export interface Tokens {
  text: string
  textSoft: string
  surface: string
  surfaceSoft: string
  surfaceRaised: string
  frame: string
  brand: string
  brandSoft: string
  onBrand: string
  waiting: string
  waitingSoft: string
  late: string
  lateSoft: string
  focus: string
}

/** Ink navy on paper; sea green acts, amber waits, red is only for what is lost or late. */
export const light: Tokens = {
  text: '#14213d',
  textSoft: '#4f5d7a',
  surface: '#ffffff',
  surfaceSoft: '#f4f6f9',
  surfaceRaised: '#ffffff',
  frame: '#dce1ea',
  brand: '#0b7a68',
  brandSoft: '#e2f3ef',
  onBrand: '#ffffff',
  waiting: '#8a5a00',
  waitingSoft: '#fdf1d8',
  late: '#b42318',
  lateSoft: '#fdecea',
  focus: '#0b7a68',
}

export const dark: Tokens = {
  text: '#e6ebf5',
  textSoft: '#a3afc6',
  surface: '#10182b',
  surfaceSoft: '#0b1221',
  surfaceRaised: '#18223a',
  frame: '#2b3752',
  brand: '#3cc7ab',
  brandSoft: '#123b3a',
  onBrand: '#06231d',
  waiting: '#f2b84b',
  waitingSoft: '#3a2c0d',
  late: '#ff8a7d',
  lateSoft: '#43191a',
  focus: '#3cc7ab',
}

export const shape = { grid: 8, radius: 8, motionMs: 120 } as const

/** System fonts, with the ones each system has for Chinese, Japanese and Korean. */
export const fonts = {
  text: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
  code: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'Noto Sans Mono CJK SC', monospace",
} as const

const cssName = (name: string) => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`

/** The tokens as CSS custom properties, such as `--text-soft: #4f5d7a`. */
export const toCss = (tokens: Partial<Tokens>): string =>
  Object.entries(tokens)
    .map(([name, value]) => `${cssName(name)}: ${value}`)
    .join('; ')
