// What the customer has to be told plainly, whatever they were doing.
import { Dialog } from './dialog.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'

export function Notices() {
  const { store } = useChat()
  const { t } = useTexts()
  const notice = useApp(state => state.notice)
  if (!notice) return null
  const closed = () => store.set({ notice: undefined })
  const aboutSecret = notice === 'secret_removed'
  return (
    <Dialog title={t(aboutSecret ? 'secret_title' : 'failed_title')} closed={closed}>
      <p>{t(aboutSecret ? 'secret_text' : notice)}</p>
      <div class="dialog-actions">
        <button type="button" class="primary" onClick={closed}>
          {t('understood')}
        </button>
      </div>
    </Dialog>
  )
}
