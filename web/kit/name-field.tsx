// What a thing is called: one line that must not stay empty.
import { TextInput, type TextInputProps } from '@mantine/core'

type Props = Omit<TextInputProps, 'onChange'> & { onChange(name: string): void }

export const NameField = ({ onChange, ...field }: Props) => (
  <TextInput
    required
    withAsterisk={false}
    maxLength={120}
    {...field}
    onChange={event => onChange(event.currentTarget.value)}
  />
)
