// Every language says everything, with the same values in it.
type Tree = { readonly [key: string]: unknown }

const forms = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** What one language lacks or has too much against another, key by key. */
export function differences(name: string, own: Tree, reference: Tree, path = ''): string[] {
  const keys = new Set([...Object.keys(own), ...Object.keys(reference)])
  return [...keys].flatMap(key => {
    const at = path ? `${path}.${key}` : key
    if (!Object.hasOwn(own, key)) return [`locales/${name}.ts lacks ${at}: translate it there.`]
    if (!Object.hasOwn(reference, key)) return [`locales/${name}.ts has ${at}, which no other language has.`]
    return compare(name, own[key], reference[key], at)
  })
}

function compare(name: string, one: unknown, other: unknown, at: string): string[] {
  if (typeof one === 'function' && typeof other === 'function') return []
  if (isTree(one) && isTree(other)) return differences(name, one, other, at)
  const [ours, theirs] = [valuesIn(one), valuesIn(other)]
  if (ours === undefined || theirs === undefined) return [`locales/${name}.ts: ${at} isn't a text.`]
  return ours === theirs
    ? []
    : [`locales/${name}.ts: ${at} has the values ${ours || 'none'}, not ${theirs || 'none'}.`]
}

const isPlural = (value: object) => Object.keys(value).every(key => forms.has(key)) && 'other' in value
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !isPlural(value)

/** The placeholders of a text, sorted; `count` may be left to the form itself. */
function valuesIn(text: unknown): string | undefined {
  const all = typeof text === 'string' ? [text] : isText(text) ? Object.values(text) : undefined
  if (!all || all.some(form => form.trim() === '')) return undefined
  const names = all.flatMap(form => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))
  return [...new Set(names)]
    .filter(name => name !== 'count')
    .sort()
    .join(', ')
}

const isText = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(form => typeof form === 'string')
