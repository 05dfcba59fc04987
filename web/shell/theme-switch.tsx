import { useState } from 'react'
import { applyTheme, keepTheme, readTheme, THEMES, type Theme } from './theme.ts'

const NAMES: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }

export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme)
  return (
    <label className="theme-switch">
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
