// The words of those who write articles: loaded with their screens, because nobody else needs them.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { fill, type Values } from '../../../../locales/fill.ts'
import type { Strings } from '../../../../locales/index.ts'
import { type Key as ConsoleKey, type Locale, useWords, type Words } from '../../language/words.tsx'

type Sheet = Pick<Strings, 'articleTexts' | 'helpTexts'>
type Texts = Strings['articleTexts'] & Strings['helpTexts']
export type ArticleKey = keyof Texts

const sheets: Record<Locale, () => Promise<Sheet>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
}

interface ArticleWords extends Omit<Words, 't'> {
  /** The sentence with this key, among those for articles or those of the console. */
  t(key: ArticleKey | ConsoleKey, values?: Values): string
}

const ArticleWordsContext = createContext<{ locale: Locale; texts: Texts } | null>(null)

/** Shows what is in it as soon as the words are there. */
export function ArticleWordsProvider({ children }: { children: ReactNode }) {
  const { locale } = useWords()
  const [loaded, setLoaded] = useState<{ locale: Locale; texts: Texts } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void sheets[locale]().then(
      ({ articleTexts, helpTexts }) =>
        isCurrent && setLoaded({ locale, texts: { ...articleTexts, ...helpTexts } }),
    )
    return () => {
      isCurrent = false
    }
  }, [locale])
  return loaded && <ArticleWordsContext.Provider value={loaded}>{children}</ArticleWordsContext.Provider>
}

export function useArticleWords(): ArticleWords {
  const words = useWords()
  const loaded = useContext(ArticleWordsContext)
  if (!loaded) throw new Error('no words for articles around this component')
  return useMemo(() => {
    const { locale, texts } = loaded
    const isArticle = (key: ArticleKey | ConsoleKey): key is ArticleKey => Object.hasOwn(texts, key)
    return {
      ...words,
      t: (key, values) => (isArticle(key) ? fill(locale, texts[key], values) : words.t(key, values)),
    }
  }, [words, loaded])
}
