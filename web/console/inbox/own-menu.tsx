// One's own menu: profile, language, colours, notices, shortcuts, signing out.
import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import {
  IconBell,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Avatar } from '../../kit/avatar.tsx'
import { Keys } from '../../kit/keys.tsx'
import { api } from '../api/client.ts'
import { useRunCommand } from '../commands/commands.tsx'
import { type Locale, locales, useWords } from '../language/words.tsx'
import { useMe, useSignOut } from '../session/session.ts'
import styles from './own-menu.module.css'

const schemes = [
  { value: 'light', icon: <IconSun size={16} /> },
  { value: 'dark', icon: <IconMoon size={16} /> },
  { value: 'auto', icon: <IconDeviceDesktop size={16} /> },
] as const

export function OwnMenu() {
  const { t, locale, setLocale } = useWords()
  const me = useMe()
  const run = useRunCommand()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const chooseLocale = (tag: Locale) => {
    setLocale(tag)
    void api.PATCH('/api/session', { body: { locale: tag } }).catch(() => {})
  }
  return (
    <Menu position="top-start" width={232} withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.me} aria-label={t('own_menu', { name: me.name })}>
          <Avatar name={me.name} id={me.id} kind="staff" size={26} />
          <span className={styles.name}>{me.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <Menu.Item
          leftSection={<IconUserCircle size={16} />}
          onClick={() => void navigate({ to: '/settings/$section', params: { section: 'profile' } })}
        >
          {t('profile')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBell size={16} />}
          onClick={() => void navigate({ to: '/settings/$section', params: { section: 'notices' } })}
        >
          {t('notices')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          rightSection={<Keys combo="?" />}
          onClick={() => run('shortcuts')}
        >
          {t('shortcuts')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('look')}</Menu.Label>
        {schemes.map(({ value, icon }) => (
          <Menu.Item
            key={value}
            leftSection={icon}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            data-chosen={colorScheme === value}
            className={styles.choice}
            onClick={() => setColorScheme(value)}
          >
            {t(`look_${value}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {locales.map(({ tag, name }) => (
          <Menu.Item
            key={tag}
            lang={tag}
            leftSection={<IconLanguage size={16} />}
            role="menuitemradio"
            aria-checked={tag === locale}
            data-chosen={tag === locale}
            className={styles.choice}
            onClick={() => chooseLocale(tag)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t('sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
