// The only door to the ways in which customers reach the desk.

export { routes } from './routes.ts'
export { widgetAncestors } from './widget/ancestors.ts'
