// What every conversation begins with, however it came.
import { newId } from '../../platform/ids.ts'
import { roughly } from './write.ts'

/** All of a row but whose it is, what it is about and how it came; its number is there with the commit. */
export const blankRow = (now: Date) => ({
  id: newId(),
  number: 0,
  live: false,
  tags: [],
  seq: 0,
  version: 1,
  preview: '',
  public_preview: '',
  last_author: 'customer',
  last_entry_at: now,
  active_at: roughly(now),
  created_at: now,
  queued_at: null,
  waiting_since: null,
  snoozed_until: null,
  read_by_desk: 0,
  read_by_customer: 0,
  unread_by_desk: 0,
  unread_by_customer: 0,
  merged_into: null,
  merged_number: null,
  unmerged: false,
  side_of: null,
  side_of_number: null,
})
