// Puts the desk's colours on the page, light or dark as the reader wants them.
import { dark, fonts, light, shape, type Tokens, toCss } from '../../look/tokens.ts'
import type { AppStore } from './chat/state.ts'
import type { LauncherLook } from './protocol.ts'

const night = matchMedia('(prefers-color-scheme: dark)')

const isDark = (store: AppStore): boolean => {
  const { theme } = store.get()
  return theme === 'dark' || (theme === 'auto' && night.matches)
}

function tokensOf(store: AppStore): Tokens {
  const { colours } = store.get().config
  return isDark(store) ? { ...dark, ...colours.dark } : { ...light, ...colours.light }
}

// What lies on the surface is a little darker than it by day, and a little lighter by night.
const fixed = (isNight: boolean) =>
  `--soft: var(--surface-${isNight ? 'raised' : 'soft'}); --font: ${fonts.text}; --radius: ${shape.radius}px; --motion: ${shape.motionMs}ms; color-scheme: ${isNight ? 'dark' : 'light'}`

/** The look before the desk's own is known. */
export const standardLook = (): string => `${toCss(night.matches ? dark : light)}; ${fixed(night.matches)}`

/** Follows setting and system until it is stopped. */
export function applyLook(store: AppStore): () => void {
  const apply = () => {
    const { texts, config } = store.get()
    const root = document.documentElement
    root.lang = texts.locale
    root.dir = String(texts.strings.language.direction)
    document.title = `${config.name} · ${texts.t('title')}`
    // Set through the object model, which strict policies allow where they forbid style attributes.
    root.style.cssText = `${toCss(tokensOf(store))}; ${fixed(isDark(store))}`
  }
  apply()
  night.addEventListener('change', apply)
  let last = store.get()
  const stop = store.subscribe(() => {
    const { texts, theme, config } = store.get()
    if (texts === last.texts && theme === last.theme && config.colours === last.config.colours) return
    last = store.get()
    apply()
  })
  return () => {
    night.removeEventListener('change', apply)
    stop()
  }
}

export function lookForPage(store: AppStore): LauncherLook {
  const { brand, onBrand, late, surface } = tokensOf(store)
  const { settings, config } = store.get()
  const position = settings.position ?? config.widget.position
  return { position, brand, onBrand, late, surface, dark: isDark(store) }
}
