// The shape of the document that is written by one file and read by others.

/** The part of an OpenAPI 3.1 document that we write and read. */
export interface ApiDescription {
  openapi: string
  info: { title: string; version: string; description?: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; [other: string]: unknown }
  [other: string]: unknown
}

export interface Operation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  security?: Record<string, string[]>[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, { description?: string; content?: Content; $ref?: string }>
}

type Content = Record<string, { schema: Schema }>
export type Schema = { [keyword: string]: unknown }
