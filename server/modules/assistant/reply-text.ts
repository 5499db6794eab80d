// Makes of an agent's reply and the question before it what an article can say: without courtesies, as Markdown.

/** More than this is no reply, and no question. */
const longest = 20_000
const longestTitle = 150
const longestQuestion = 200
const mostQuestions = 3

const greetings = [
  /^(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day))(?![\p{L}\p{N}])(?:[ \t]+[\p{L}\p{M}.'’-]{1,40}){0,3}[ \t]*(?:[,!.:，！。：]+|\n|$)/iu,
  /^(?:尊敬的|亲爱的)[^\n，,：:。!！]{0,24}(?:[，,：:!！。]+|\n|$)/u,
  /^[^\n，,。!！?？\s]{0,10}?(?:您好|你好|早上好|下午好|晚上好)[，,。!！:：~～ \t]*/u,
  /^(?:many )?(?:thanks|thank you)(?: (?:so|very) much)? for (?:contacting|reaching out|writing|getting in touch|your (?:message|mail|e-?mail|patience|question|request|reply))[^.!\n]{0,80}(?:[.!]+|\n|$)/iu,
  /^(?:非常)?感谢您?的?(?:联系|来信|咨询|耐心|等待|反馈|支持)[^。！!\n]{0,40}(?:[。！!]+|\n|$)/u,
]

/** A line that ends a reply: what follows it is a name, if anything. */
const closing =
  /^(?:(?:best|kind|warm|many)? ?(?:regards|wishes)|best|sincerely|yours (?:sincerely|truly|faithfully)|cheers|thanks(?: again)?|thank you|many thanks|祝好|此致|敬礼|谢谢|祝您?(?:生活愉快|交易愉快|一切顺利)|顺祝商祺|--)[\s,.!，。！]*$/iu
const offer =
  /^(?:please )?(?:let (?:us|me) know|feel free|do not hesitate|don['’]t hesitate|is there anything else|if you (?:have|need) any (?:other|further|more)|(?:如果|如)(?:您)?(?:还有|有)(?:任何|其他|其它)|有任何问题|请随时|还有(?:什么|其他)|祝您)/iu
/** Lines after a closing. */
const mostSigned = 5

/** What a reply says, as Markdown: no greeting, no signature; paragraphs and lists as they are. Linear. */
export function bodyOf(reply: string): string {
  const text = reply.slice(0, longest).replaceAll(/\r\n?/g, '\n').trim()
  const rest = withoutGreeting(text)
  const said = rest === text ? rest : rest.replace(/^\p{Ll}/u, first => first.toUpperCase())
  return asMarkdown(withoutClosing(said.split('\n').map(line => line.trim())))
}

/** A text without the greeting and the thanks that it begins with. */
export function withoutGreeting(text: string): string {
  let rest = text.trimStart()
  for (let round = 0; round < 3; round++) {
    const before = rest
    for (const greeting of greetings) rest = rest.replace(greeting, '').trimStart()
    if (rest === before) break
  }
  return rest
}

function withoutClosing(lines: string[]): string[] {
  const kept = trimmedEnd(lines)
  const signed = kept.findLastIndex(line => closing.test(line))
  const body = signed > 0 && kept.length - signed <= mostSigned + 1 ? trimmedEnd(kept.slice(0, signed)) : kept
  while (body.length > 1 && offer.test(body.at(-1)!)) {
    body.pop()
    while (body.at(-1) === '') body.pop()
  }
  return body
}

const trimmedEnd = (lines: string[]): string[] => lines.slice(0, lines.findLastIndex(line => line !== '') + 1)

const bullet = /^[-*•·–][ \t]+/
const step = /^(\d{1,3})(?:[.)、．][ \t]*|）[ \t]*)(?=[^\d\s])/

function asMarkdown(lines: readonly string[]): string {
  const written: string[] = []
  let inList = false
  for (const line of lines) {
    const isItem = bullet.test(line) || step.test(line)
    if (line === '' || (written.length > 0 && !(inList && isItem))) {
      if (written.at(-1) !== '') written.push('')
    }
    if (line !== '') written.push(asLine(line))
    inList = isItem
  }
  return written.join('\n').trim()
}

const asLine = (line: string): string => {
  if (bullet.test(line)) return `- ${plain(line.replace(bullet, ''))}`
  const numbered = step.exec(line)
  return numbered ? `${numbered[1]}. ${plain(line.slice(numbered[0].length))}` : plain(line)
}

/** What Markdown would take for something else at the beginning of a line, or for HTML. */
const plain = (line: string): string => line.replaceAll('<', '\\<').replace(/^(?=[#>+|~`=-])/, '\\')

const sentence = /[^.!?。！？…\n]+(?:\.(?=\S)[^.!?。！？…\n]*)*[.!?。！？…]*/gu
const asks = /[?？][!?！？]*$/u
const asked =
  /^(?:how|what|why|where|when|who|which|can|could|is|are|do (?:i|you|we)|does|did|will|would|should|may)\b|怎么|如何|为什么|为何|什么|哪|是否|能否|能不能|可以吗|吗$|呢$|多久|几天/iu

/** The questions that a text asks, each as somebody would look for it; its beginning where it asks none. */
export function questionsIn(text: string): string[] {
  const said = (withoutGreeting(text.slice(0, 4_000)).match(sentence) ?? [])
    .map(one => one.replaceAll(/\s+/g, ' ').trim())
    .filter(one => one !== '')
  const questions = said.flatMap((one, index) => {
    if (!asks.test(one) && !asked.test(one)) return []
    // “Where is it?” says nothing without what was said before.
    const before = said[index - 1]
    return [weight(one) < 12 && before ? `${before} ${one}` : one]
  })
  const chosen = questions.length > 0 ? questions : said.slice(0, 1)
  return [...new Set(chosen.map(one => shortened(one, longestQuestion)))].slice(0, mostQuestions)
}

/** How much a sentence says: a character of Han as much as three letters. */
const weight = (text: string): number => text.length + 2 * (text.match(/\p{sc=Han}/gu)?.length ?? 0)

/** The subject of a mail, or the first question. */
export function titleOf(subject: string | null, questions: readonly string[]): string {
  const named = subject?.replace(/^(?:(?:re|fwd?|aw|回复|答复|转发)\s?[:：]\s?){1,10}/i, '').trim() ?? ''
  return shortened(named === '' ? (questions[0] ?? '') : named, longestTitle)
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).toWellFormed().trimEnd()}…`
}
