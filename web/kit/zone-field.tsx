// Chooses one of the world's time zones by its name.
import { Select } from '@mantine/core'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')]

interface Props {
  label: string
  description?: string
  /** An IANA name. */
  value: string
  onChange(zone: string): void
}

export const ZoneField = ({ value, onChange, ...words }: Props) => (
  <Select
    {...words}
    searchable
    allowDeselect={false}
    limit={50}
    data={zones.includes(value) ? zones : [value, ...zones]}
    value={value}
    onChange={zone => zone && onChange(zone)}
  />
)
