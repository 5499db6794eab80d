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
  image_too_large: 'This picture has too many pixels. At most 50 megapixels fit; send a smaller version.',
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

/** Who wrote something, where there is no name. */
export const authors = texts({
  customer: 'Customer',
  staff: 'Support',
  assistant: 'Assistant',
  system: 'Desk',
  note: 'internal note',
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

/** The button on the exchange's own pages, before the chat itself is loaded. */
export const launcher = texts({
  open: 'Open support chat',
  close: 'Close support chat',
  unread: {
    one: 'Open support chat, {count} unread message',
    other: 'Open support chat, {count} unread messages',
  },
  frame: 'Support chat',
})

/** The chat that customers see. */
export const widget = texts({
  title: 'Support',
  greeting: 'Hello. How can we help?',
  loading: 'Loading',
  back: 'Back',
  close: 'Close chat',
  menu: 'More',
  cancel: 'Cancel',
  save: 'Save',
  dismiss: 'Close this notice',
  never_ask: 'We never ask for passwords, codes or recovery phrases.',

  available: 'Agents are here now',
  away: 'Nobody is at the desk right now. Write anyway: you get an answer here and by email.',
  asynchronous: 'We answer in writing, here and by email.',
  chat_off: 'The chat is switched off at the moment.',
  write_to_us: 'Write to us',
  your_conversations: 'Your conversations',
  no_conversations: 'Your conversations will be here, with everything that was said.',
  conversation_number: 'No. {number}',
  conversation_untitled: 'Conversation {number}',
  unread: { one: '{count} new message', other: '{count} new messages' },
  state_assistant: 'With the assistant',
  state_queued: 'Waiting for an agent',
  state_open: 'With us',
  state_waiting: 'Waiting for you',
  state_solved: 'Solved',
  state_closed: 'Closed',

  start_title: 'New conversation',
  topic: 'What is it about?',
  topic_none: 'Please choose',
  topic_hint: 'So that it reaches the right people.',
  name: 'Your name',
  optional: 'optional',
  email: 'Email for the answer',
  email_hint: 'Only used to answer you if you leave.',
  email_wrong: 'This does not look like an email address.',
  first_message: 'Your message',
  first_placeholder: 'What happened? Times, amounts and transaction ids help.',
  send_first: 'Send',
  signed_in_as: 'Signed in as {name}',

  message: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  attach: 'Attach a file',
  camera: 'Take a photo',
  emoji: 'Insert an emoji',
  emoji_close: 'Close emoji',
  drop_here: 'Drop files here',
  uploading: 'Uploading {name}, {percent} %',
  uploaded: '{name} is attached',
  upload_wait: 'Files are still uploading. You can send in a moment.',
  upload_failed: '{name}: {reason}',
  upload_offline: 'not uploaded, the connection broke',
  remove_file: 'Remove {name}',
  retry_file: 'Try {name} again',
  too_long: { one: '{count} character too many', other: '{count} characters too many' },
  download: 'Download {name}',
  image: 'Image: {name}',
  image_open: 'Open image {name}',
  image_failed: 'The image could not be loaded. Try again',
  file_failed: 'The file could not be loaded. Please try again.',

  sending: 'Sending',
  waiting_to_send: 'Will be sent when the connection is back',
  sent: 'Sent',
  read: 'Read',
  failed: 'Not sent',
  retry: 'Try again',
  take_back: 'Back to editing',
  edited: 'edited',
  deleted: 'This message was deleted.',
  you: 'You',
  team: 'Support',
  assistant: 'Assistant',
  typing: '{name} is typing',
  somebody_typing: 'Somebody is typing',
  conversation_log: 'Conversation',
  earlier: 'Earlier messages',
  newer: { one: '{count} new message below', other: '{count} new messages below' },
  to_newest: 'To the newest message',
  today: 'Today',
  yesterday: 'Yesterday',
  new_from: 'New message from {name}: {text}',
  line_customer_left: 'You left; the answer comes here and by email.',

  queue_next: 'You are next in line',
  queue_position: 'You are number {position} in line',
  queue_waiting: 'You are in line',
  queue_what:
    'An agent will join here. You can add details meanwhile, or close this window: nothing is lost.',
  queue_leave: 'Stop waiting, answer me later',
  queue_agent: '{name} is with you',

  later_title: 'This goes on without waiting',
  later_text:
    'Your number is {number}. Everything you wrote is saved. We answer here, and by email if you leave an address.',
  later_reachable: 'Your number is {number}. Everything you wrote is saved. We answer here and by email.',
  later_email: 'Email for the answer',
  later_saved: 'Saved. The answer also goes to {email}.',
  wait_again: 'Wait for an agent instead',
  solved_text: 'This is marked as solved. Write again and it opens anew.',
  closed_text: 'This conversation is closed. Start a new one and we will see this one too.',

  reconnecting: 'Connection lost. Reconnecting; what you write is kept and sent.',
  offline: 'You are offline. What you write is kept and sent later.',
  back_online: 'Connected again',
  session_over: 'Your sign-in has ended. Reload the page to go on; nothing you wrote is lost.',
  unavailable: 'The chat cannot be reached right now.',
  try_again: 'Try again',
  conversation_missing: 'This conversation is not available.',

  failed_title: 'That did not work',
  secret_title: 'A recovery phrase was removed',
  secret_text:
    'Your message held what looks like the recovery phrase of a wallet. It was removed here, before it was sent. Whoever knows it owns the wallet: never give it to anyone. We never ask for it.',
  secret_unchecked:
    'This message may hold a recovery phrase and could not be checked because the connection is down. It was not sent. Please try again in a moment.',
  understood: 'Understood',
  foreign_title: 'You are leaving for another site',
  foreign_text:
    'This link leads to {host}, which is not a site of {desk}. Never enter passwords, codes or recovery phrases there.',
  foreign_open: 'Open {host}',

  transcript: 'Download transcript',
  transcript_failed: 'The transcript could not be loaded. Please try again.',
  pop_out: 'Open in its own window',
  pop_out_blocked: 'Your browser blocked the window. Allow pop-ups for this page and try again.',
  sound: 'Sound for new messages',
  theme: 'Appearance',
  theme_auto: 'As on my device',
  theme_light: 'Light',
  theme_dark: 'Dark',
  language: 'Language',
  mark_solved: 'This is solved',
})
