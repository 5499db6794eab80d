// The tokens of `look/` in the words of Mantine, so that its components and ours share one look.
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'
import { dark, fonts, light, shape, type Tokens, toCss } from '../../../look/tokens.ts'

const sea: MantineColorsTuple = [
  '#e2f3ef',
  '#c5e7df',
  '#94d8c9',
  '#62d0b9',
  dark.brand,
  '#1f9c86',
  light.brand,
  '#0a6c5c',
  '#085a4d',
  '#06453b',
]
const rust: MantineColorsTuple = [
  '#fdecea',
  '#fad5d1',
  '#f5aea7',
  '#ffa298',
  dark.late,
  '#d9493c',
  light.late,
  '#9d1e15',
  '#851a12',
  '#65130d',
]
const waiting: MantineColorsTuple = [
  '#fdf1d8',
  '#f9e2b0',
  '#f5d07f',
  '#f3c45f',
  dark.waiting,
  '#c4871b',
  light.waiting,
  '#744b00',
  '#5e3d00',
  '#452d00',
]

/** Navy from paper to ink: what Mantine calls grey and dark. */
const ink: MantineColorsTuple = [
  '#f4f6f9',
  '#e9edf3',
  light.frame,
  '#c6cedb',
  '#98a4b9',
  '#6f7d98',
  light.textSoft,
  '#33415f',
  light.text,
  '#0b1221',
]
const night: MantineColorsTuple = [
  dark.text,
  '#c8d1e2',
  dark.textSoft,
  '#6d7b97',
  dark.frame,
  '#222d48',
  dark.surfaceRaised,
  dark.surface,
  dark.surfaceSoft,
  '#060b16',
]

export const theme = createTheme({
  colors: { sea, rust, waiting, gray: ink, dark: night },
  primaryColor: 'sea',
  primaryShade: { light: 6, dark: 4 },
  variantColorResolver: input => {
    const colours = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colours, color: 'var(--on-brand)' } : colours
  },
  fontFamily: fonts.text,
  fontFamilyMonospace: fonts.code,
  defaultRadius: shape.radius,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: { fontFamily: fonts.text, fontWeight: '650' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 }, withinPortal: true } },
    Menu: { defaultProps: { transitionProps: { duration: shape.motionMs }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: shape.motionMs }, shadow: 'md' } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
    Modal: {
      defaultProps: { transitionProps: { duration: shape.motionMs }, centered: false, yOffset: '8vh' },
    },
  },
})

const mantine = (tokens: Tokens): Record<string, string> => ({
  '--mantine-color-text': tokens.text,
  '--mantine-color-body': tokens.surface,
  '--mantine-color-dimmed': tokens.textSoft,
  '--mantine-color-placeholder': tokens.textSoft,
  '--mantine-color-default': tokens.surfaceRaised,
  '--mantine-color-default-hover': tokens.surfaceSoft,
  '--mantine-color-default-color': tokens.text,
  '--mantine-color-default-border': tokens.frame,
  '--mantine-color-anchor': tokens.brand,
  '--mantine-color-error': tokens.late,
  '--mantine-primary-color-filled': tokens.brand,
  '--mantine-primary-color-light': tokens.brandSoft,
  '--mantine-primary-color-light-color': tokens.brand,
  '--mantine-color-sea-light': tokens.brandSoft,
  '--mantine-color-sea-light-color': tokens.brand,
  '--mantine-color-rust-light': tokens.lateSoft,
  '--mantine-color-rust-light-color': tokens.late,
})

const custom = (tokens: Tokens): Record<string, string> =>
  Object.fromEntries(
    toCss(tokens)
      .split('; ')
      .map(pair => pair.split(': ') as [string, string]),
  )

/** Puts our custom properties beside Mantine's, for each colour scheme. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...custom(light), ...mantine(light) },
  dark: { ...custom(dark), ...mantine(dark) },
})
