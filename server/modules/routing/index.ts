// The only door to this module.

export { jobs, reactions, schedule } from './reactions.ts'
export { routes } from './routes.ts'
