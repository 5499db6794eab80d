// The reports as a screen of their own, for those who write articles.
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { IconButton } from '../../../kit/icon-button.tsx'
import { NotHere } from '../../inbox/not-here.tsx'
import { useTitle } from '../../language/use-title.ts'
import { useWords } from '../../language/words.tsx'
import { useMay } from '../../session/session.ts'
import styles from './reports.module.css'
import { Reports } from './reports.tsx'

export function ReportsScreen() {
  const { t } = useWords()
  const may = useMay()
  const navigate = useNavigate()
  useTitle(t('reports'))
  if (!may('articles.write')) return <NotHere />
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <IconButton
        label={t('back')}
        className={styles.back}
        size={44}
        onClick={() => void navigate({ to: '/inbox' })}
      >
        <IconArrowLeft size={20} />
      </IconButton>
      <Reports />
    </main>
  )
}
