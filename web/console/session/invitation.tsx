// Somebody was invited and joins the desk.
import { getRouteApi } from '@tanstack/react-router'
import { post } from '../api/request.ts'
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
      submit={given => post('/api/invitations/accept', { token, name: given.name, password: given.password })}
    />
  )
}
