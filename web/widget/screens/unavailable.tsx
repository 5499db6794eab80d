// Shown when the desk can't be reached at all, perhaps not even for the words to say so.
import { Icon } from '../parts/icon.tsx'
import type { Texts } from '../texts/texts.ts'

interface UnavailableProps {
  texts: Texts | undefined
  retry(): void
  close: (() => void) | undefined
}

export const Unavailable = ({ texts, retry, close }: UnavailableProps) => (
  <main class="unavailable">
    {texts ? <h1>{texts.t('unavailable')}</h1> : <Icon name="alert" size={32} />}
    <button type="button" class="primary" onClick={retry} aria-label={texts ? undefined : '↻'}>
      {texts?.t('try_again') ?? <Icon name="retry" />}
    </button>
    {close && (
      <button type="button" class="plain" onClick={close} aria-label={texts ? undefined : '✕'}>
        {texts?.t('close') ?? <Icon name="close" />}
      </button>
    )}
  </main>
)
