// The sheet of all keys, opened with `?`.
import { Keys } from '../../kit/keys.tsx'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from './shortcuts.module.css'

const sheet = [
  {
    group: 'go',
    rows: [
      ['mod+k', 'palette_open'],
      ['g m', 'view_mine'],
      ['g u', 'view_unassigned'],
      ['g a', 'view_all'],
      ['g @', 'view_mentions'],
      ['g s', 'search'],
      ['g h', 'help_centre'],
    ],
  },
  {
    group: 'list',
    rows: [
      ['j', 'next_conversation'],
      ['k', 'previous_conversation'],
      ['o', 'open_conversation'],
      ['x', 'select_conversation'],
      ['shift+escape', 'clear_selection'],
    ],
  },
  {
    group: 'conversation',
    rows: [
      ['a', 'assign'],
      ['i', 'assign_to_me'],
      ['s', 'snooze'],
      ['e', 'solve'],
      ['t', 'tags'],
      ['d', 'details'],
      ['u', 'to_list'],
    ],
  },
  {
    group: 'answer',
    rows: [
      ['r', 'reply'],
      ['n', 'note'],
      ['/', 'canned_replies'],
      ['@', 'mention'],
      ['mod+enter', 'send'],
      ['mod+shift+enter', 'send_and_solve'],
      ['?', 'shortcuts'],
    ],
  },
] as const

export function Shortcuts({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  return (
    <Dialog onClose={onClose} title={t('shortcuts')} size="lg">
      <div className={styles.sheet}>
        {sheet.map(({ group, rows }) => (
          <section key={group}>
            <h3>{t(`commands_${group}`)}</h3>
            <dl>
              {rows.map(([keys, label]) => (
                <div key={keys}>
                  <dt>{t(label)}</dt>
                  <dd>
                    <Keys combo={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
