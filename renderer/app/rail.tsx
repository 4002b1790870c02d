import { Link, useLocation } from 'wouter'
import { isOn, screens, type Screen } from '#renderer/app/screens.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './rail.module.css'

export function Rail() {
  const [location] = useLocation()
  return (
    <nav className={styles.rail} aria-label={m.rail_label()}>
      <div className={styles.logo} aria-hidden="true">
        标
      </div>
      {screens.map((screen, index) => (
        <RailLink key={screen.id} screen={screen} isCurrent={isOn(screen, location)} keys={`Ctrl ${index + 1}`} />
      ))}
    </nav>
  )
}

function RailLink({ screen, isCurrent, keys }: { screen: Screen; isCurrent: boolean; keys: string }) {
  const { icon: Icon } = screen
  return (
    <Link href={screen.path} className={styles.link} aria-current={isCurrent ? 'page' : undefined} title={`${screen.name()} (${keys})`} data-screen={screen.id}>
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <span>{screen.name()}</span>
    </Link>
  )
}
