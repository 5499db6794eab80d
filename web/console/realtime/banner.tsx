// Says when the desk can't be reached, and that nothing typed is lost; says nothing while all is well.
import { IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useWords } from '../language/words.tsx'
import styles from './banner.module.css'
import { useLive } from './realtime.tsx'

/** A blink of the network is not worth a word. */
const patienceMs = 1_500

export function ConnectionBanner() {
  const { t } = useWords()
  const { state, wake } = useLive()
  const isOnline = useOnline()
  const isLost = useLasting(state !== 'open' || !isOnline, patienceMs)
  return (
    <div role="status">
      {isLost && (
        <div className={styles.banner}>
          <IconCloudOff size={16} aria-hidden />
          <span>{isOnline ? t('reconnecting') : t('offline')}</span>
          <button type="button" onClick={wake}>
            {t('try_again')}
          </button>
        </div>
      )}
    </div>
  )
}

function useLasting(value: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!value) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return lasting
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const change = () => setOnline(navigator.onLine)
    window.addEventListener('online', change)
    window.addEventListener('offline', change)
    return () => {
      window.removeEventListener('online', change)
      window.removeEventListener('offline', change)
    }
  }, [])
  return online
}
