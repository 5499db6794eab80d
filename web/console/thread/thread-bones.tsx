// The shape of a conversation that is still on its way.
import { Bone } from '../../kit/bones.tsx'
import { useWords } from '../language/words.tsx'

export function ThreadBones() {
  const { t } = useWords()
  return (
    <div
      role="status"
      aria-label={t('loading')}
      style={{ flex: 1, padding: '16px 20px', display: 'flex', flexDirection: 'column', gap: 20 }}
    >
      <Bone width={220} height={16} />
      <div style={{ height: 8 }} />
      {[280, 340, 180, 300].map((width, index) => (
        <div key={width} style={{ alignSelf: index % 2 ? 'flex-end' : 'flex-start' }}>
          <Bone width={width} height={index % 2 ? 64 : 44} />
        </div>
      ))}
    </div>
  )
}
