// Who may import whom. The order of the modules is the only map of calls, so nothing may go around it.
import { moduleOrder } from '../../server/module-order.ts'
import { type Import, isTest, moduleOf, type Rule, type Source } from './source.ts'

type Judge = (source: Source, item: Import) => string | false | undefined

/** Makes a rule of what is wrong with one import; tests may import whatever they test with. */
const judging =
  (judge: Judge): Rule =>
  sources =>
    sources
      .filter(source => !isTest(source))
      .flatMap(source =>
        source.imports.flatMap(item => {
          const fault = judge(source, item)
          return fault ? [`${source.path} imports ${item.target}: ${fault}`] : []
        }),
      )

const within = (path: string, ...folders: string[]) => folders.some(folder => path.startsWith(`${folder}/`))

export const contractIsAlone = judging(
  ({ path }, { target, ours }) =>
    within(path, 'contract') &&
    !(ours ? within(target, 'contract') : target === 'zod') &&
    'contract/ crosses the wire and imports zod and itself only; move what it needs here, or pass it in.',
)

export const sharedFoldersAreAlone = judging(({ path }, { target, ours }) => {
  const folder = ['rules', 'locales', 'look'].find(name => within(path, name))
  return (
    folder &&
    !(ours && within(target, folder)) &&
    `${folder}/ runs everywhere and imports nothing from outside; have the caller pass it in.`
  )
})

export const widgetTakesOnlyTypes = judging(
  ({ path }, { target, ours, typeOnly }) =>
    within(path, 'web/widget') &&
    !typeOnly &&
    ((ours && within(target, 'contract')) || target === 'zod') &&
    'zod weighs more than the whole widget; write “import type”, and copy a constant if you need its value.',
)

export const webAndServerAreApart = judging(({ path }, { target, ours }) => {
  if (!ours) return
  if (within(path, 'web') && within(target, 'server')) {
    return 'the browser never sees the server; what both need belongs to contract/, rules/ or locales/.'
  }
  return (
    within(path, 'server') &&
    within(target, 'web') &&
    'the server knows no face; what both need belongs to contract/, rules/, locales/ or look/.'
  )
})

const ground = ['contract', 'rules', 'locales', 'look']

export const platformKnowsNoModule = judging(({ path }, { target, ours }) => {
  if (!ours || !within(path, 'server/platform', 'server/text')) return
  return (
    !within(target, 'server/platform', 'server/text', ...ground) &&
    'platform/ and text/ are beneath the modules; have the module register itself, or pass a function in.'
  )
})

export const modulesFollowTheOrder = judging(({ path }, { target, ours }) => {
  const own = moduleOf(path)
  if (!own || !ours) return
  const other = moduleOf(target)
  if (other === own || within(target, 'server/platform', 'server/text', ...ground)) return
  if (!other) return 'a module imports platform, text, rules, contract, locales and earlier modules.'
  if (position(other) >= position(own)) {
    return `${other} comes after ${own} in server/module-order.ts; emit an event and react to it over there.`
  }
  return (
    target !== `server/modules/${other}/index.ts` &&
    `index.ts is the only door of ${other}; export there what you need.`
  )
})

const position = (name: string): number => (moduleOrder as readonly string[]).indexOf(name)

export const modulesAreInTheOrder: Rule = sources => {
  const names = new Set(sources.map(({ path }) => moduleOf(path)).filter(name => name !== undefined))
  return [...names]
    .filter(name => position(name) < 0)
    .map(
      name => `server/modules/${name} isn't in server/module-order.ts: add it where its callers come later.`,
    )
}

export const siteIsOnTop = judging(({ path }, { target, ours }) => {
  if (!ours || within(path, 'server/site') || !within(target, 'server/site')) return
  const builders = ['server/app.ts', 'server/routes.ts']
  return (
    within(path, 'server') &&
    !builders.includes(path) &&
    'site/ shows what modules know; only app.ts puts it into the server.'
  )
})
