// Whether one of an ordered list of things counts, and when it has its turn.
import { NumberInput, Switch } from '@mantine/core'

interface Turn {
  enabled: boolean
  /** Smaller comes first. */
  position: number
}

interface Props {
  turn: Turn
  words: { enabled: string; position: string; order: string }
  lastPosition: number
  onChange(change: Partial<Turn>): void
}

export const TurnFields = ({ turn, words, lastPosition, onChange }: Props) => (
  <>
    <Switch
      label={words.enabled}
      checked={turn.enabled}
      onChange={event => onChange({ enabled: event.currentTarget.checked })}
    />
    <NumberInput
      label={words.position}
      description={words.order}
      min={0}
      max={lastPosition}
      allowDecimal={false}
      value={turn.position}
      onChange={value => onChange({ position: Number(value) || 0 })}
    />
  </>
)
