// What of the Chinese strings those need who write articles, as a piece that loads by itself.
export { articleTexts } from '../../../../locales/zh/articles.ts'
export { helpTexts } from '../../../../locales/zh/help.ts'
