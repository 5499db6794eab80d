// What the exchange's pages need to show the widget.
import { CopyField } from '../../kit/copy-field.tsx'
import { Section } from '../../kit/section.tsx'
import { useWords } from '../language/words.tsx'

const snippetFor = (origin: string) => `<script>
  window.Ballast = window.Ballast || function () { (Ballast.q = Ballast.q || []).push(arguments) }
  Ballast('boot', {})
</script>
<script async src="${origin}/widget.js"></script>`

export function Snippet() {
  const { t } = useWords()
  return (
    <Section title={t('snippet')} lead={t('snippet_lead')}>
      <CopyField
        multiline
        value={snippetFor(location.origin)}
        label={t('snippet')}
        copy={t('copy')}
        copied={t('copied')}
      />
    </Section>
  )
}
