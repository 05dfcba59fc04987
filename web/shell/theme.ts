export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'pulso-theme'

/** The theme chosen in this browser. The system's if none was chosen, or if the browser stores nothing. */
export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return THEMES.find(theme => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

export function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // A browser that stores nothing still shows the theme until the page is closed.
  }
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
