// Everything that surrounds the screens: look, language, data and the way between screens.
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Refusal } from '../api/refusal.ts'
import { WordsProvider } from './language/words.tsx'
import { styleNonce } from './look/nonce.ts'
import { resolveVariables, theme } from './look/theme.ts'
import { router } from './routes.tsx'
import { sessionKey } from './session/session.ts'

const signedOutElsewhere = (error: unknown) => {
  if (error instanceof Refusal && error.code === 'not_signed_in') queries.setQueryData(sessionKey, null)
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: signedOutElsewhere }),
  mutationCache: new MutationCache({ onError: signedOutElsewhere }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 3 && error instanceof Refusal && error.passing,
    },
  },
})

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <WordsProvider>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-left" zIndex={500} containerWidth={380} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </WordsProvider>
    </MantineProvider>
  )
}
