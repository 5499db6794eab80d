// Everything a person reads, in English. Other languages have the same keys; the compiler sees to that.
import type { Text } from './fill.ts'

type Texts<K extends string> = Readonly<Record<K, Text>>
const texts = <K extends string>(strings: Record<K, Text>): Texts<K> => strings

export const language = texts({ name: 'English', direction: 'ltr' })

export const errors = texts({
  invalid_input: 'Something in this request is not as expected. Please check the marked fields.',
  empty_message: 'Write something or attach a file first.',
  second_factor_required: 'Enter the code from your authenticator app.',
  not_signed_in: 'Please sign in first.',
  wrong_credentials: 'Address or password is wrong.',
  wrong_code: 'This code is wrong or was used already.',
  token_expired: 'Your sign-in has expired. Please sign in again.',
  token_invalid: 'This link or token is not valid.',
  token_reused: 'This token was used already. Please get a new one.',
  signature_invalid: 'The signature is not valid.',
  forbidden: 'You are not allowed to do this.',
  origin_not_allowed: 'This page is not allowed to use the desk.',
  not_found: 'This does not exist, or it is not yours to see.',
  method_not_allowed: 'This cannot be done here.',
  stale_version: 'Somebody changed this in the meantime. Have a look at the new state and try again.',
  answered_meanwhile: 'A colleague has answered in the meantime. Read it, then send again if it still fits.',
  already_exists: 'This exists already.',
  conversation_closed: 'This conversation is closed. Start a new one and we will see this one too.',
  last_administrator: 'The last administrator cannot be removed.',
  link_used: 'This link was used already or has expired. Ask for a new one.',
  message_too_long: 'This message is too long. At most {limit} characters fit; attach longer text as a file.',
  file_too_large: 'This file is too large. At most 25 MB fit.',
  body_too_large: 'This is too large to send.',
  too_many_files: 'Too many files. At most 10 fit into one message.',
  file_type_refused: 'Files of this kind are not accepted.',
  unsupported_media_type: 'This kind of content is not accepted here.',
  weak_password:
    'This password is too easy to guess. Use at least 12 characters that nobody expects together.',
  too_many_requests: 'That was a lot at once. Please wait {retryAfter} seconds; nothing is lost.',
  internal: 'Something went wrong on our side. Nothing you typed is lost; please try again.',
  unavailable: 'The desk is not reachable for a moment. We will keep trying.',
  storage_full: 'The desk cannot store anything more right now. Please try again later.',
})

/** System lines in a conversation. */
export const lines = texts({
  opened: 'Conversation {number} started',
  queued: 'Waiting for an agent',
  joined: '{name} joined',
  handed_over: 'The conversation goes on here and by email. Number {number}.',
  no_agent: 'Nobody is free right now. Your message is saved and will be answered.',
  customer_left: 'The customer left; the answer goes to them later',
  contact_given: 'Address for the answer saved',
  secret_removed:
    'A recovery phrase was removed before it was stored. Nobody at the desk has seen it. We never ask for one.',
  solved: 'Marked as solved',
  reopened: 'Opened again',
  closed: 'Closed',
  assigned: '{by} assigned this to {name}',
  team_changed: '{by} moved this to {name}',
  status_changed: '{by} set the status to {status}',
  priority_changed: '{by} set the priority to {priority}',
  topic_changed: '{by} set the topic to {topic}',
  subject_changed: '{by} changed the subject to “{subject}”',
  tags_changed: '{by} changed the tags: {tags}',
  snoozed: '{by} put this off until {until}',
  woken: 'Back from snooze',
})

export const statuses = texts({
  assistant: 'With the assistant',
  queued: 'Queued',
  open: 'Open',
  waiting: 'Waiting for customer',
  on_hold: 'On hold',
  snoozed: 'Snoozed',
  solved: 'Solved',
  closed: 'Closed',
})

export const priorities = texts({ low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' })

export const topics = texts({
  account: 'Account and verification',
  deposit: 'Deposit',
  withdrawal: 'Withdrawal',
  trading: 'Trading',
  security: 'Account security',
  api: 'API',
  listing: 'New listings',
  other: 'Something else',
})

/** Mails the desk sends. */
export const mails = texts({
  invitation_subject: 'Your invitation to the {desk} support desk',
  invitation_body:
    'You have been invited to the {desk} support desk.\n\nSet your password here within 72 hours:\n{url}\n',
  reset_subject: 'Set a new password for the {desk} support desk',
  reset_body:
    'Somebody asked for a new password for your account. If it was you, set it here within one hour:\n{url}\n\nIf it was not you, do nothing; your password stays as it is.\n',
  reply_subject: 'Re: your conversation {number} with {desk}',
  reply_body:
    'There is an answer in your conversation {number} with {desk}:\n\n{text}\n\nRead it and answer in the chat on {desk}. We never ask for passwords, codes or recovery phrases.\n',
})
