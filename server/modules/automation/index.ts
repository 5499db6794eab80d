// The only door to this module.
import './tables.ts'

export { routes } from './routes.ts'
