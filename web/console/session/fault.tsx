// Says above a form why it was refused.
import { IconAlertCircle } from '@tabler/icons-react'
import { useFaultSentence } from '../api/use-fault.ts'
import styles from './door.module.css'

export function Fault({ error }: { error: unknown }) {
  const sentence = useFaultSentence()
  if (!error) return null
  return (
    <div className={styles.fault} role="alert">
      <IconAlertCircle size={16} aria-hidden />
      <span>{sentence(error)}</span>
    </div>
  )
}
