// When customers will probably hear from the desk, and how long that takes in general.
import { z } from 'zod'
import { Instant } from './common.ts'
import { ChannelName, Topic } from './conversations.ts'

export const predictionKinds = ['firstReply', 'resolution'] as const
export type PredictionKind = (typeof predictionKinds)[number]

/** Half of what is like it is done by `low`, nine in ten by `high`. Past `high` it takes longer than usual. */
export const PredictedTime = z.object({
  low: Instant,
  high: Instant,
  /** Since when it differs from what was told first; null while it doesn't. */
  movedAt: Instant.nullable(),
})
export type PredictedTime = z.infer<typeof PredictedTime>

/** Null where too little is known, and for what is done already. */
export const PredictedTimes = z.object({
  firstReply: PredictedTime.nullable(),
  resolution: PredictedTime.nullable(),
})
export type PredictedTimes = z.infer<typeof PredictedTimes>

const Accuracy = z.object({
  /** How many that ended had been told a range in time; fewer than 5 say nothing. */
  basis: z.int(),
  /** The share that ended by the end of its range, 0 to 1. */
  belowHigh: z.number().nullable(),
  /** Milliseconds between `low`, the middle of what was expected, and the end; the middle of all. */
  medianError: z.int().nullable(),
})
export type Accuracy = z.infer<typeof Accuracy>

export const ResponseTime = z.object({
  channel: ChannelName,
  /** Null is all topics together. */
  topic: Topic.nullable(),
  kind: z.enum(predictionKinds),
  /** Milliseconds for one that is opened now; null with fewer than 5 samples. */
  range: z.object({ low: z.int(), high: z.int() }).nullable(),
  /** How many samples it rests on. */
  basis: z.int(),
  accuracy: z.object({ days7: Accuracy, days30: Accuracy }),
})
export type ResponseTime = z.infer<typeof ResponseTime>

export const ResponseTimes = z.object({ at: Instant, times: z.array(ResponseTime) })
export type ResponseTimes = z.infer<typeof ResponseTimes>
