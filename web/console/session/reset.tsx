// Setting a new password with a one-time link.
import { getRouteApi } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { NewPassword } from './new-password.tsx'

export function Reset() {
  const { t } = useWords()
  const { token } = getRouteApi('/reset').useSearch()
  return (
    <NewPassword
      kind="reset"
      token={token}
      title={t('reset_title')}
      lead={t('reset_lead')}
      action={t('reset_action')}
      asks={[]}
      submit={given =>
        answer(api.POST('/api/password-resets/confirm', { body: { token, password: given.password } }))
      }
    />
  )
}
