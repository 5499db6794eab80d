// The tables of this module.
import type { ColumnType } from 'kysely'
import type { ClockKind } from '../../../contract/clocks.ts'
import type { ChannelName, Priority, Status, Topic } from '../../../contract/conversations.ts'
import type { PredictionKind } from '../../../contract/predictions.ts'
import type { Calendar, Policy } from '../../../contract/sla.ts'
import type { VersionedTable, VersionOf, VersionTable } from '../../platform/versions.ts'
import type { ClockEvent, ClockState } from './clock.ts'

type MaybeStamp = ColumnType<Date | null, Date | null | undefined, Date | null>
type Json<T> = ColumnType<T, string | undefined, string>

/** Which version of what counts since when; null is no policy, or no calendar: open day and night. */
export interface KeptTerms {
  /** ISO 8601. */
  from: string
  policy: VersionOf | null
  calendar: VersionOf | null
}

/** Milliseconds from the opening on. */
export interface KeptRange {
  low: number
  high: number
  /** When it was made: ISO 8601. */
  at: string
}

/** Null where too little was known. */
export type KeptRanges = Record<PredictionKind, KeptRange | null>

declare module '../../platform/db.ts' {
  interface Tables {
    calendars: VersionedTable
    calendar_versions: VersionTable<Calendar> & { calendar_id: string }
    policies: VersionedTable
    policy_versions: VersionTable<Policy> & { policy_id: string }
    promises: { conversation_id: string; terms: Json<KeptTerms[]> }
    clock_events: {
      conversation_id: string
      seq: number
      place: number
      kind: ClockEvent['kind']
      status: Status | null
      at: Date
      to_seq: number
    }
    clocks: {
      conversation_id: string
      kind: ClockKind
      state: ClockState
      started_at: Date | null
      ended_at: Date | null
      due_at: Date | null
      warn_at: Date | null
      used: number
      target: number | null
      warned_at: MaybeStamp
      breached_at: MaybeStamp
      escalated_to: ColumnType<number | null, number | null | undefined, number | null>
    }
    predictions: {
      conversation_id: string
      opened_at: Date
      topic: Topic | null
      language: string
      channel: ChannelName
      priority: Priority
      backlog: number
      load: number
      ranges: Json<KeptRanges>
      told: Json<KeptRanges>
      replied_at: Date | null
      resolved_at: Date | null
    }
    samples: {
      conversation_id: string
      kind: PredictionKind
      topic: Topic | null
      language: string
      channel: ChannelName
      backlog: number
      duration: number
      ended_at: Date
      low: number | null
      high: number | null
    }
    recalculations: {
      id: string
      started_at: Date
      done: ColumnType<number, number | undefined, number>
      total: number
      cursor: ColumnType<string | null, string | undefined, string>
      finished_at: MaybeStamp
    }
  }
}
