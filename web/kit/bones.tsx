// Grey shapes in place of what is still on its way.
import styles from './bones.module.css'

export function Bone({
  width = '100%',
  height = 12,
  round = false,
}: {
  width?: number | string
  height?: number
  round?: boolean
}) {
  return <span className={styles.bone} data-round={round} style={{ width, height }} aria-hidden />
}
