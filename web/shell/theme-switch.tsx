import { useState } from 'react'
import { applyTheme, keepTheme, readTheme, THEMES, type Theme } from './theme.ts'

const NAMES: Record<Theme, string> = { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' }

export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme)
  return (
    <label className="theme-switch">
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      <span className="visually-hidden">Colour theme</span>
      <select
        value={theme}
        onChange={event => {
          const chosen = THEMES.find(name => name === event.target.value) ?? 'system'
          keepTheme(chosen)
          applyTheme(chosen)
          setTheme(chosen)
        }}
      >
        {THEMES.map(name => (
          <option key={name} value={name}>
            {NAMES[name]}
          </option>
        ))}
      </select>
    </label>
  )
}
