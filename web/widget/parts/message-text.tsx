// A message's text: line breaks kept, web addresses as links with a warning before foreign ones, everything else as it was typed.
import { useMemo, useState } from 'preact/hooks'
import { isOwnHost, pieces } from '../chat/links.ts'
import { Dialog } from './dialog.tsx'
import { useApp, useAround, useTexts } from './use-chat.ts'

export function MessageText({ body }: { body: string }) {
  const parts = useMemo(() => pieces(body), [body])
  const [leaving, setLeaving] = useState<{ href: string; host: string }>()
  const own = useOwnHosts()
  return (
    <>
      <div class="text" dir="auto">
        {parts.map((part, index) =>
          'href' in part ? (
            <a
              key={index}
              href={part.href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              onClick={event => {
                if (isOwnHost(part.host, own)) return
                event.preventDefault()
                setLeaving(part)
              }}
            >
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </div>
      {leaving && <Leaving {...leaving} closed={() => setLeaving(undefined)} />}
    </>
  )
}

function Leaving({ href, host, closed }: { href: string; host: string; closed(): void }) {
  const { t } = useTexts()
  const desk = useApp(state => state.config.name)
  return (
    <Dialog title={t('foreign_title')} closed={closed}>
      <p>{t('foreign_text', { host, desk })}</p>
      <p class="address">{href}</p>
      <div class="dialog-actions">
        <button type="button" class="plain" onClick={closed}>
          {t('cancel')}
        </button>
        <a class="primary" href={href} target="_blank" rel="noopener noreferrer nofollow" onClick={closed}>
          {t('foreign_open', { host })}
        </a>
      </div>
    </Dialog>
  )
}

/** The desk's own host and that of the page around it. */
function useOwnHosts(): string[] {
  const { store } = useAround().chat
  const { page } = store.get().settings
  return [location.hostname, URL.canParse(page) ? new URL(page).hostname : '']
}
