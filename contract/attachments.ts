// How a file is had back. Its own shape is `Attachment` in conversations.ts.
import { z } from 'zod'
import { Instant } from './common.ts'

/** A link that works by itself, for a few minutes, for whoever holds it. */
export const FileLink = z.object({ url: z.string(), expiresAt: Instant })
export type FileLink = z.infer<typeof FileLink>
