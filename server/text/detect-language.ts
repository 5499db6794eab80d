// Says which language a message is in where its script or its small words show it, and nothing where they do not.

export type Language =
  | 'zh'
  | 'ja'
  | 'ko'
  | 'ru'
  | 'uk'
  | 'ar'
  | 'fa'
  | 'he'
  | 'th'
  | 'hi'
  | 'el'
  | 'vi'
  | 'en'

const SCRIPTS: readonly [Language, RegExp][] = [
  ['ja', /[\p{sc=Hira}\p{sc=Kana}]/gu],
  ['ko', /\p{sc=Hang}/gu],
  ['zh', /\p{sc=Han}/gu],
  ['ru', /\p{sc=Cyrl}/gu],
  ['ar', /\p{sc=Arab}/gu],
  ['he', /\p{sc=Hebr}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['hi', /\p{sc=Deva}/gu],
  ['el', /\p{sc=Grek}/gu],
]

const ENGLISH = new Set(
  `the is are was were am be been my your our their his her its it this that these those i i'm i've you we they he she to
of in on for from with without at by and or but not don't can't didn't doesn't isn't won't how what why when where who which
can could would should will do does did have has had there here if then than please help hello hi thanks thank yes still
after before because about into me him them us any some get got want need`.split(/\s+/),
)
// Also English-looking, but at home in other languages: they prove nothing.
const OTHERS = new Set(
  `el la los las un una de del que en es y por con mi no se para como le les et est je vous mon ma ne pas pour dans des du
der die das und ist ich nicht mein ein eine zu mit auf o os as um uma não meu minha em com eu il di che non per mio sono yang
saya di tidak dan ini ada untuk bisa ke aku bir ve bu için ne mi da benim değil na je nie się jak mam czy het een van ik niet
jeg er det til på og hvad du som vil skal`.split(/\s+/),
)
const MASKED = /https?:\/\/\S+|\S+@\S+|[\w-]*\d[\w-]*|\b[A-Z]{2,10}\b/g
const MAX_LENGTH = 4_000

/** Null when the text is too short, mixed or neutral (only tickers, codes, numbers) to tell. Reads the first 4,000 units. */
export function detectLanguage(text: string): Language | null {
  const shown = text.slice(0, MAX_LENGTH).normalize('NFKC')
  const plain = shown.replaceAll(/\S+/g, masked)
  const words =
    plain
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{sc=Latin}[\p{sc=Latin}\p{M}']*/gu) ?? []
  return byScript(plain, words.length) ?? byWords(words, shown)
}

// Most words have none of it, and looking for all of it costs many times as much.
const masked = (word: string): string => (/[\d@:A-Z]/.test(word) ? word.replaceAll(MASKED, ' ') : word)

function byScript(text: string, latinWords: number): Language | null {
  const counts = new Map(SCRIPTS.map(([language, script]) => [language, text.match(script)?.length ?? 0]))
  const count = (language: Language) => counts.get(language) ?? 0
  if (count('ja') > 0 && count('ja') * 8 >= count('zh'))
    counts.set('ja', count('ja') + count('zh')).set('zh', 0)
  const [language, letters] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))
  // A character of Han says about half a word; letters of an alphabet say a fifth.
  const said = letters / (language === 'zh' || language === 'ja' || language === 'ko' ? 2 : 5)
  if (letters === 0 || said < latinWords / 2) return null
  if (language === 'ru')
    return /[іїєґ]/i.test(text) ? 'uk' : /[ыэъё]/i.test(text) || letters < 40 ? 'ru' : null
  if (language === 'ar') return /[پچژگیک]/.test(text) ? 'fa' : 'ar'
  return language
}

function byWords(words: readonly string[], text: string): Language | null {
  if (/[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text) && words.length > 1) return 'vi'
  const english = words.filter(word => ENGLISH.has(word)).length
  const others = words.filter(word => OTHERS.has(word) || /[^a-z']/.test(word)).length
  return english > others * 2 && english * 7 >= words.length ? 'en' : null
}
