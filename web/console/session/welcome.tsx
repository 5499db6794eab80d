// An empty desk's first page: the one-time link from the terminal makes the administrator.
import { getRouteApi } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { NewPassword } from './new-password.tsx'

export function Welcome() {
  const { t } = useWords()
  const { token } = getRouteApi('/welcome').useSearch()
  return (
    <NewPassword
      kind="welcome"
      token={token}
      title={t('welcome_title')}
      lead={t('welcome_lead')}
      action={t('welcome_action')}
      asks={['name', 'email']}
      submit={given => answer(api.POST('/api/welcome', { body: { token, ...given } }))}
    />
  )
}
