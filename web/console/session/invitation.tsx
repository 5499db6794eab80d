// Somebody was invited and joins the desk.
import { getRouteApi } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { NewPassword } from './new-password.tsx'

export function Invitation() {
  const { t } = useWords()
  const { token } = getRouteApi('/invitation').useSearch()
  return (
    <NewPassword
      kind="invitation"
      token={token}
      title={t('invitation_title')}
      lead={t('invitation_lead')}
      action={t('invitation_action')}
      asks={['name']}
      submit={given =>
        answer(
          api.POST('/api/invitations/accept', {
            body: { token, name: given.name, password: given.password },
          }),
        )
      }
    />
  )
}
