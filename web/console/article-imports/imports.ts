// Exports on their way in, asked again while the desk works on one.
import { useQuery } from '@tanstack/react-query'
import type { ArticleImport } from '../../../contract/article-imports.ts'
import { answer, api } from '../api/client.ts'

export const importsKey = ['article-imports']

const isAtWork = ({ state }: ArticleImport): boolean => state === 'reading' || state === 'taking'

export const useArticleImports = () =>
  useQuery({
    queryKey: importsKey,
    queryFn: async ({ signal }) => (await answer(api.GET('/api/article-imports', { signal }))).imports,
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? 1_000 : false),
  })
