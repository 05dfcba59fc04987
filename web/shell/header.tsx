import { useLocation } from 'wouter'
import { Keyboard } from '../keyboard/keyboard.tsx'
import { SignOutButton } from '../session/sign-out-button.tsx'
import { PAGES } from './pages.ts'
import pulse from './pulse.svg'
import { ThemeSwitch } from './theme-switch.tsx'
import { ViewLink } from './view-link.tsx'
import './header.css'

export function Header() {
  const [path] = useLocation()
  return (
    <header className="header">
      <div className="header-row">
        <ViewLink to="/" className="header-name">
          <img src={pulse} alt="" width="24" height="24" />
          Pulso
        </ViewLink>
        <nav className="header-pages" aria-label="Pages">
          {PAGES.map(({ to, name, isAt }) => (
            <ViewLink key={to} to={to} isCurrent={isAt(path)}>
              {name}
            </ViewLink>
          ))}
          <a href="/graphql">Playground</a>
        </nav>
        <div className="header-tools">
          <Keyboard />
          <ThemeSwitch />
          <SignOutButton />
        </div>
      </div>
    </header>
  )
}
