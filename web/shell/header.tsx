import { useLocation } from 'wouter'
import pulse from './pulse.svg'
import { ThemeSwitch } from './theme-switch.tsx'
import { ViewLink } from './view-link.tsx'
import './header.css'

const PAGES = [
  { to: '/', name: 'Overview', isAt: (path: string) => path === '/' || path.startsWith('/entities') },
  { to: '/compare', name: 'Compare', isAt: (path: string) => path === '/compare' },
  { to: '/models', name: 'Models', isAt: (path: string) => path.startsWith('/models') },
  { to: '/try-it', name: 'Try it', isAt: (path: string) => path === '/try-it' },
  { to: '/import', name: 'Import', isAt: (path: string) => path === '/import' },
] as const

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
        <ThemeSwitch />
      </div>
    </header>
  )
}
