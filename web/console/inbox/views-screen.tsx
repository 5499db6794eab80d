// The inbox without a view: on a phone the pane of views stands alone; elsewhere one's own view is next.
import { useMediaQuery } from '@mantine/hooks'
import { Navigate } from '@tanstack/react-router'
import { useWords } from '../language/words.tsx'

export const phone = '(max-width: 767px)'

export function ViewsScreen() {
  const { t } = useWords()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  if (!isPhone) return <Navigate to="/inbox/$view" params={{ view: 'mine' }} search={{}} replace />
  return (
    <main id="main" tabIndex={-1} className="visually-hidden">
      <h1>{t('views')}</h1>
    </main>
  )
}
