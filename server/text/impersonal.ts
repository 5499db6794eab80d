// Takes out of a text what belongs to one person: names, addresses, numbers and amounts. What stays can be told to others.

export const personalKinds = [
  'name',
  'email',
  'phone',
  'ip',
  'address',
  'transaction',
  'number',
  'amount',
] as const
export type PersonalKind = (typeof personalKinds)[number]

export interface Neutral {
  /** Of the people in it, as their profiles say; nobody else's is known. */
  names: readonly string[]
  /** What stands there instead. */
  words: Readonly<Record<PersonalKind, string>>
}

/** The text with neutral words in place of what belongs to one person. Linear. */
export function impersonal(text: string, { names, words }: Neutral): string {
  let clean = text.replaceAll(marks, '')
  clean = clean.replaceAll(fullWidth, one => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
  for (const replace of replacements) clean = replace(clean)
  const people = peopleIn(names)
  if (people.whole) clean = clean.replaceAll(people.whole, mark('name'))
  if (people.parts) clean = clean.replaceAll(people.parts, mark('name'))
  clean = clean.replaceAll(titled, `${mark('name')}$1`)
  return clean.replaceAll(marks, one => words[personalKinds[one.charCodeAt(0) - firstMark]!] ?? '')
}

// Stands for the word until all is done, so that no word of ours is taken for somebody's.
const firstMark = 0xe000
const marks = /[\ue000-\ue00f]/g
const mark = (kind: PersonalKind) => String.fromCharCode(firstMark + personalKinds.indexOf(kind))

/** As Chinese input methods write digits and letters. */
const fullWidth = /[\uff10-\uff19\uff20-\uff3a\uff41-\uff5a]/g
const email = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi
const ip = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)/g
const phones = [
  /(?<![\w.])\+\d[\d ().-]{6,18}\d(?!\w)/g,
  /(?<![\w.+-])1[3-9]\d{9}(?![\w-])/g,
  /(?<![\w.-])\(?\d{3,4}\)?[ -]\d{3,4}[ -]\d{3,4}(?![\w-])/g,
]
const signed = /([$€£¥￥₿]\s?)\d[\d,]*(?:\.\d+)?/g
const valued =
  /(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?=\s?(?:(?:usdt|usdc|btc|eth|bnb|sol|xrp|trx|usd|eur|cny|rmb)(?!\w)|美元|美金|人民币|港币|元(?![素宇旦])|块钱|万元?|个?币))/giu
/** After a number, what is written in capitals is a coin, or one of these. */
const ticker =
  /(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?=(?: |(?=[A-Z]{3}))(?!(?:AM|PM|UTC|GMT|MB|KB|GB|API|ID|OK|FAQ|KYC|SMS|PC|IP)(?!\w))[A-Z][A-Z0-9]{1,9}(?!\w))/g
const called =
  /((?:\b(?:order|ticket|request|case|reference|uid)|订单号?|工单号?|单号|编号)\s{0,3}(?:(?:no\.?|number|id|号)\s{0,3})?(?:(?:is|为|是)\s{0,3})?[:：#]?\s{0,3})\d{3,}(?!\w)/gi
// What is called a code says the same to everybody, where it looks like one and none was sent to one person.
const publicCode = /^[#＃]?[a-z]{0,8}[_-]?\d{1,6}$|^[a-z_-]+$/i
const secretCode =
  /(?:verification|security|login|2fa|sms|one-time|referral|backup|recovery|验证|安全|动态|短信)\s{0,3}$/i
const token =
  /((?:\b(?:error|code|status)|错误码?|代码|状态码)\s{0,3}[:：#-]?\s{0,3})?(?<![\w-]|\d\.)[#＃]?[a-z0-9][a-z0-9_-]{2,255}/gi

const replacements: readonly ((text: string) => string)[] = [
  text => text.replaceAll(email, mark('email')),
  text => text.replaceAll(ip, mark('ip')),
  ...phones.map(pattern => (text: string) => text.replaceAll(pattern, mark('phone'))),
  text => text.replaceAll(called, `$1${mark('number')}`),
  text => text.replaceAll(signed, `$1${mark('amount')}`),
  text => text.replaceAll(valued, mark('amount')),
  text => text.replaceAll(ticker, mark('amount')),
  text =>
    text.replaceAll(token, (said: string, code: string | undefined, offset: number, whole: string) => {
      const word = said.slice(code?.length ?? 0)
      const isSecret = code !== undefined && secretCode.test(whole.slice(Math.max(0, offset - 20), offset))
      if (isSecret && /\d/.test(word)) return `${code}${mark('number')}`
      return code && publicCode.test(word) ? said : `${code ?? ''}${kindOf(word) ?? word}`
    }),
]

const address = /^(?:0x[0-9a-f]{40}|(?:bc1|tb1|ltc1|addr1|cosmos1|bnb1)[a-z0-9]{20,}|[a-z0-9]{26,59})$/i

/** The mark of what a word without spaces stands for; undefined where it may stay. */
function kindOf(said: string): string | undefined {
  const word = said.replace(/^[#＃]/, '')
  const digits = word.replaceAll(/\D+/g, '').length
  if (digits === 0) return undefined
  if (/^(?:0x)?[0-9a-f]{64}$/i.test(word) || /^[a-z0-9]{60,}$/i.test(word)) return mark('transaction')
  if (address.test(word)) return mark('address')
  if (/^\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(word)) return undefined
  const isNumbered = word.length !== said.length && digits >= 3
  const isLong = digits >= 6 || (digits >= 4 && word.length >= 8)
  return isNumbered || isLong ? mark('number') : undefined
}

const mostNames = 10
const longestName = 120

/** Whole names however they are written; their parts only as the profile writes them: many are words, too. */
function peopleIn(names: readonly string[]) {
  const known = names.slice(0, mostNames).map(name => name.slice(0, longestName).trim())
  const whole = known.filter(name => name.length >= 2)
  const parts = whole
    .flatMap(name => name.split(/\s+/))
    .filter(part => /^\p{Lu}.{2,}$|^\p{sc=Han}{2,}$/u.test(part))
  return { whole: patternOf(whole, 'giu'), parts: patternOf(parts, 'gu') }
}

function patternOf(names: readonly string[], flags: string): RegExp | null {
  if (names.length === 0) return null
  // The longest first, so that nothing of it is left over.
  const sorted = [...new Set(names)].sort((one, other) => other.length - one.length)
  return new RegExp(sorted.map(bounded).join('|'), flags)
}

/** Scripts with spaces know where a word ends. */
const bounded = (name: string): string => {
  const [before, after] = [/^\p{sc=Han}/u, /\p{sc=Han}$/u].map(edge => edge.test(name))
  const literal = name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(/\s+/g, '\\s{1,3}')
  return `${before ? '' : '(?<![\\p{L}\\p{N}])'}${literal}${after ? '' : '(?![\\p{L}\\p{N}])'}`
}

/** A family name with how its bearer is addressed. */
const titled =
  /(?<=^|[^\p{sc=Han}]|[的是叫给向和与对])[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚]{1,2}\p{sc=Han}{0,2}(先生|女士|小姐)/gu
