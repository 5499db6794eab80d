// The recovery codes, shown this once.
import { Button } from '@mantine/core'
import { CopyField } from '../../kit/copy-field.tsx'
import { useWords } from '../language/words.tsx'
import styles from './profile.module.css'

export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose(): void }) {
  const { t } = useWords()
  return (
    <div className={styles.steps}>
      <p>{t('recovery_codes_keep')}</p>
      <CopyField
        multiline
        value={codes.join('\n')}
        label={t('recovery_codes')}
        copy={t('copy')}
        copied={t('copied')}
      />
      <Button onClick={onClose}>{t('recovery_codes_kept')}</Button>
    </div>
  )
}
