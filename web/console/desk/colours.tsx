// The colours a desk may set, beside the product's own; contrast is said, so that nobody brands words away.
import { Button } from '@mantine/core'
import type { DeskSettings } from '../../../contract/desk.ts'
import { dark, light, type Tokens } from '../../../look/tokens.ts'
import { Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useWords } from '../language/words.tsx'
import { contrast } from './contrast.ts'
import styles from './desk.module.css'

type Chosen = DeskSettings['colours']
const schemes = { light, dark }
const names = ['brand', 'onBrand'] as const satisfies readonly (keyof Tokens)[]
const enough = 4.5

export function Colours({ colours, onChange }: { colours: Chosen; onChange(colours: Chosen): void }) {
  const { t } = useWords()
  return (
    <Section title={t('colours')} lead={t('colours_lead')}>
      {(['light', 'dark'] as const).map(scheme => {
        const shown = { ...schemes[scheme], ...colours[scheme] }
        const ratio = contrast(shown.brand, shown.onBrand)
        return (
          <div key={scheme} className={styles.colours}>
            <b>{t(`look_${scheme}`)}</b>
            {names.map(name => (
              <label key={name}>
                <input
                  type="color"
                  value={shown[name]}
                  onChange={event =>
                    onChange({
                      ...colours,
                      [scheme]: { ...colours[scheme], [name]: event.currentTarget.value },
                    })
                  }
                />
                {t(`colour_${name}`)}
              </label>
            ))}
            <span className={styles.sample} style={{ background: shown.brand, color: shown.onBrand }}>
              {t('send')}
            </span>
            <Tag tone={ratio >= enough ? 'brand' : 'late'}>
              {t(ratio >= enough ? 'contrast_good' : 'contrast_poor', { ratio: ratio.toFixed(1) })}
            </Tag>
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              onClick={() => onChange({ ...colours, [scheme]: {} })}
            >
              {t('reset_to_standard')}
            </Button>
          </div>
        )
      })}
    </Section>
  )
}
