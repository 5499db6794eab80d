// The one client, as this page uses it: what the desk answers is in the reader's language.
import { createClient } from '../../api/client.ts'

export { answer } from '../../api/client.ts'

/** Typed by the OpenAPI document; every call throws a `Refusal` unless it succeeds. */
export const api = createClient()

api.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', document.documentElement.lang || 'en')
  },
})
