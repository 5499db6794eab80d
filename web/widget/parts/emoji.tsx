// A small choice of emoji; loaded when somebody asks for it.
import { useEffect, useRef } from 'preact/hooks'
import { useTexts } from './use-chat.ts'

const choice =
  '😀 😄 😅 😂 🙂 😉 😊 😍 🤔 😐 😕 😟 😢 😭 😤 😡 😱 😴 🙏 👍 👎 👏 👌 🤝 💪 ✅ ❌ ❗ ❓ ⏳ ⏰ 🔒 🔑 💰 📈 📉 🚀 🎉 ❤️ 👋'.split(
    ' ',
  )

export function Emoji({ picked, closed }: { picked(emoji: string): void; closed(): void }) {
  const { t } = useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      return closed()
    }
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key]
    const all = [...(box.current?.querySelectorAll('button') ?? [])]
    const next = step && all[all.indexOf(document.activeElement as HTMLButtonElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div class="emoji" role="toolbar" tabIndex={-1} aria-label={t('emoji')} ref={box} onKeyDown={move}>
      {choice.map((sign, index) => (
        <button key={sign} type="button" tabIndex={index === 0 ? 0 : -1} onClick={() => picked(sign)}>
          {sign}
        </button>
      ))}
    </div>
  )
}
