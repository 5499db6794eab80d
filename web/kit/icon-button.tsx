// A button that is only an icon: always with a name for those who can't see it, and a hint for those who can.
import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Keys } from './keys.tsx'

interface Props extends ActionIconProps, Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> {
  label: string
  /** The shortcut that does the same, shown in the hint. */
  keys?: string
  children: ReactNode
}

export function IconButton({ label, keys, children, ...rest }: Props) {
  const hint = keys ? (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      {label} <Keys combo={keys} />
    </span>
  ) : (
    label
  )
  return (
    <Tooltip label={hint}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} {...rest}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
