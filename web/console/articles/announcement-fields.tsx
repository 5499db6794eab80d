// When something is announced for, and whether it stands above the others.
import { Select, Switch } from '@mantine/core'
import { type Announcement, type AnnouncementType, announcementTypes } from '../../../contract/articles.ts'
import { useArticleWords } from './language/article-words.tsx'
import { MomentField } from './moment-field.tsx'

interface Props {
  value: Announcement
  onChange(value: Announcement): void
}

export const newAnnouncement = (): Announcement => ({
  type: 'feature',
  startsAt: new Date().toISOString(),
  endsAt: null,
  pinned: false,
})

export const isTimely = ({ startsAt, endsAt }: Announcement): boolean =>
  endsAt === null || Date.parse(endsAt) > Date.parse(startsAt)

export function AnnouncementFields({ value, onChange }: Props) {
  const { t } = useArticleWords()
  const set = (change: Partial<Announcement>) => onChange({ ...value, ...change })
  return (
    <>
      <Select
        label={t('announcement_type')}
        allowDeselect={false}
        data={announcementTypes.map(type => ({ value: type, label: t(`announcement_type_${type}`) }))}
        value={value.type}
        onChange={type => type && set({ type: type as AnnouncementType })}
      />
      <MomentField
        label={t('announcement_starts')}
        value={value.startsAt}
        onChange={at => at && set({ startsAt: at })}
      />
      <MomentField
        label={t('announcement_ends')}
        description={t('announcement_ends_text')}
        error={isTimely(value) ? undefined : t('announcement_ends_early')}
        value={value.endsAt}
        onChange={at => set({ endsAt: at })}
      />
      <Switch
        label={t('announcement_pinned')}
        checked={value.pinned}
        onChange={event => set({ pinned: event.currentTarget.checked })}
      />
    </>
  )
}
