// 中文 Chinese, as a chunk of its own: only one language is ever loaded, and of it only what customers read.
export { errors, language, launcher, lines, topics, widget } from '../../../locales/zh.ts'
