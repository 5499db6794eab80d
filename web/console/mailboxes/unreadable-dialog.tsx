// The mails of an import that could not be read: where each lies, why, and the mail as it came for those who may see it.
import { Line } from '../../kit/section.tsx'
import { fileSize } from '../language/file-size.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import { useMay } from '../session/session.ts'
import { useUnreadable } from './imports.ts'

export function UnreadableDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t, locale } = useWords()
  const may = useMay()
  const { data = [], error } = useUnreadable(id)
  return (
    <Dialog onClose={onClose} title={t('import_unreadable')}>
      <Fault error={error} />
      {data.map(({ folder, uid, arrivedAt, size, reason, mailId }) => (
        <Line
          key={`${folder} ${uid}`}
          title={`${folder}, ${fullTime(locale, arrivedAt)}`}
          detail={`${t(`import_fault_${reason}`)} ${fileSize(locale, size)}, UID ${uid}`}
        >
          {mailId && may('mails.read_raw') && (
            <a href={`/api/mail-imports/unreadable/${mailId}/raw`} download>
              {t('mail_raw')}
            </a>
          )}
        </Line>
      ))}
    </Dialog>
  )
}
