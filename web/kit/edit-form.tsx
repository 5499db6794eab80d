// The frame of a form that changes one thing: why it was refused, its fields, and the buttons that take it away and save it.
import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import styles from './edit-form.module.css'

interface Deed {
  label: string
  isBusy: boolean
  run(): void
}

interface Props {
  fault: ReactNode
  children: ReactNode
  /** Left out for what isn't there yet. */
  remove?: Deed | undefined
  /** `isReady`: what has to be filled in is. */
  save: Deed & { isReady: boolean }
}

export function EditForm({ fault, children, remove, save }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.run()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {fault}
      {children}
      <div className={styles.deeds}>
        {remove && (
          <Button
            variant="subtle"
            color="rust"
            loading={remove.isBusy}
            onClick={remove.run}
            className={styles.remove}
          >
            {remove.label}
          </Button>
        )}
        <Button type="submit" loading={save.isBusy} disabled={!save.isReady}>
          {save.label}
        </Button>
      </div>
    </form>
  )
}
