// Begins a text in another language of the desk.
import { Button, Menu } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useDesk } from '../desk/desk-name.ts'
import { languageName } from '../language/languages.ts'
import { useArticleWords } from './language/article-words.tsx'

/** Nothing where every language has a text. */
export function AddTranslation({ taken, onAdd }: { taken: readonly string[]; onAdd(tag: string): void }) {
  const { t, locale } = useArticleWords()
  const left = useDesk()?.languages.filter(tag => !taken.includes(tag)) ?? []
  if (left.length === 0) return null
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="subtle" size="xs" leftSection={<IconLanguage size={16} />}>
          {t('article_translate')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {left.map(tag => (
          <Menu.Item key={tag} onClick={() => onAdd(tag)}>
            {languageName(locale, tag)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
