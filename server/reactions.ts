// The map of every side effect: which handlers follow which event. Each name is the name of a job, so never rename lightly.
import type { Reactions } from './platform/events.ts'

export const reactions: Reactions = {}
