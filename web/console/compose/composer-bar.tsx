// Below the text: files, canned replies, whether the draft is kept, and the ways to send.
import { Button, Menu } from '@mantine/core'
import {
  IconArticle,
  IconChevronDown,
  IconCircleCheck,
  IconHourglass,
  IconMessage2Bolt,
  IconPaperclip,
  IconSend2,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { IconButton } from '../../kit/icon-button.tsx'
import { Keys } from '../../kit/keys.tsx'
import { useWords } from '../language/words.tsx'
import styles from './composer.module.css'
import type { Draft, Kind } from './use-draft.ts'
import type { Then } from './use-send.ts'
import type { UploadList } from './use-uploads.ts'

interface Props {
  kind: Kind
  draft: Draft
  uploads: UploadList
  isReady: boolean
  /** Whether there is only one way to send. */
  isPlain: boolean
  onSend(then?: Then): void
  onCanned(): void
  onArticle(): void
}

export function ComposerBar({ kind, draft, uploads, isReady, isPlain, onSend, onCanned, onArticle }: Props) {
  const { t } = useWords()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.bar}>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={event => {
          uploads.add(event.currentTarget.files ?? [])
          event.currentTarget.value = ''
        }}
      />
      <IconButton label={t('attach')} onClick={() => picker.current?.click()}>
        <IconPaperclip size={18} />
      </IconButton>
      {kind === 'message' && (
        <IconButton
          label={t('canned_replies')}
          keys="/"
          onMouseDown={event => event.preventDefault()}
          onClick={onCanned}
        >
          <IconMessage2Bolt size={18} />
        </IconButton>
      )}
      {kind === 'message' && (
        <IconButton label={t('article_find')} onClick={onArticle}>
          <IconArticle size={18} />
        </IconButton>
      )}
      <span className={styles.saved} aria-live="polite">
        {draft.isSaved && draft.text ? t('draft_kept') : ''}
      </span>
      <div className={styles.send}>
        <Button
          size="sm"
          color={kind === 'note' ? 'waiting' : undefined}
          disabled={!isReady}
          leftSection={kind === 'message' && <IconSend2 size={16} />}
          onClick={() => onSend()}
        >
          {kind === 'note' ? t('note_add') : t('send')}
        </Button>
        {kind === 'message' && !isPlain && (
          <Menu position="top-end" width={264} withinPortal>
            <Menu.Target>
              <Button size="sm" disabled={!isReady} aria-label={t('send_more')}>
                <IconChevronDown size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconSend2 size={16} />}
                rightSection={<Keys combo="mod+enter" />}
                onClick={() => onSend()}
              >
                {t('send')}
              </Menu.Item>
              <Menu.Item leftSection={<IconHourglass size={16} />} onClick={() => onSend('waiting')}>
                {t('send_and_wait')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconCircleCheck size={16} />}
                rightSection={<Keys combo="mod+shift+enter" />}
                onClick={() => onSend('solved')}
              >
                {t('send_and_solve')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  )
}
