// A shortcut as the keys to press.
import styles from './keys.module.css'

const isApple = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)
const names: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  enter: '↵',
  shift: isApple ? '⇧' : 'Shift',
  escape: 'Esc',
  up: '↑',
  down: '↓',
}

/** `combo` is like `mod+k`, or `g m` for two keys in turn. */
export function Keys({ combo }: { combo: string }) {
  return (
    <span className={styles.keys}>
      {combo.split(/[ +]/).map(key => (
        <kbd key={key}>{names[key.toLowerCase()] ?? key.toUpperCase()}</kbd>
      ))}
    </span>
  )
}
