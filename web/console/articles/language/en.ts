// What of the English strings those need who write articles, as a piece that loads by itself.
export { articleTexts } from '../../../../locales/en/articles.ts'
export { helpTexts } from '../../../../locales/en/help.ts'
