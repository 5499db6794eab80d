// What of the English strings the console needs, as a piece that loads by itself.
export {
  authors,
  complexities,
  consoleTexts,
  errors,
  language,
  lines,
  priorities,
  statuses,
  topics,
} from '../../../locales/en.ts'
