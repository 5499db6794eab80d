// The languages that the demo's exchange, its customers and its staff speak.
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export const asLanguage = (given: string | undefined): Language => (given?.startsWith('zh') ? 'zh' : 'en')
