// The command palette: any view, any conversation by its number or its words, any action, without a mouse.
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Keys } from '../../kit/keys.tsx'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { type Option, useOptions } from './options.tsx'
import styles from './palette.module.css'

export function Palette({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const { sections, told } = useOptions(text)
  const options = sections.flatMap(section => section.options)
  const chosen = options[Math.min(at, options.length - 1)]
  useEffect(() => {
    if (chosen) document.getElementById(`${listId}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, listId])
  const run = (option: Option | undefined) => {
    if (!option) return
    onClose()
    // The palette gives the focus back first; what runs may take it.
    requestAnimationFrame(option.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step)
      setAt(
        before =>
          (Math.min(before, options.length - 1) + step + options.length) % Math.max(1, options.length),
      )
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(chosen)
    const clears = event.key === 'Escape' && text !== ''
    if (clears) setText('')
    if (step || clears || event.key === 'Enter') event.preventDefault()
  }
  return (
    <Dialog
      onClose={onClose}
      withCloseButton={false}
      size={600}
      padding={0}
      attributes={{ content: { 'aria-label': t('palette_open') } }}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.box}>
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          // Escape takes away what is typed first, the dialog after it.
          data-mantine-stop-propagation={text !== ''}
          className={styles.input}
          placeholder={t('palette_placeholder')}
          aria-label={t('palette_placeholder')}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen && `${listId}-${chosen.id}`}
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      <div id={listId} role="listbox" aria-label={t('palette_open')} className={styles.list}>
        {sections.map(({ name, options: own }) => (
          <div key={name} className={styles.section} role="group" aria-label={name}>
            <div className={styles.heading} aria-hidden>
              {name}
            </div>
            {own.map(option => (
              <div
                key={option.id}
                id={`${listId}-${option.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={option === chosen}
                className={styles.option}
                onMouseMove={() => setAt(options.indexOf(option))}
                onClick={() => run(option)}
                onKeyDown={() => {}}
              >
                {option.icon}
                <span className={styles.label}>{option.label}</span>
                {option.detail && <span className={styles.detail}>{option.detail}</span>}
                {option.keys && <Keys combo={option.keys.split(', ')[0] ?? ''} />}
              </div>
            ))}
          </div>
        ))}
        {options.length === 0 && <p className={styles.none}>{t('palette_none')}</p>}
      </div>
    </Dialog>
  )
}
