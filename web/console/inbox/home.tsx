// Where the console begins: with the conversations, or with the help centre for those who only write that.
import { Navigate } from '@tanstack/react-router'
import { useMay } from '../session/session.ts'

export function Home() {
  const may = useMay()
  if (!may('conversations.read') && may('articles.write'))
    return <Navigate to="/articles" search={{}} replace />
  return <Navigate to="/inbox/$view" params={{ view: 'mine' }} search={{}} replace />
}
