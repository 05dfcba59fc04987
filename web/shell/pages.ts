/** The pages of the dashboard, in the order of the menu. */
export const PAGES = [
  { to: '/', name: 'Overview', isAt: (path: string) => path === '/' || path.startsWith('/entities') },
  { to: '/compare', name: 'Compare', isAt: (path: string) => path === '/compare' },
  { to: '/models', name: 'Models', isAt: (path: string) => path.startsWith('/models') },
  { to: '/try-it', name: 'Try it', isAt: (path: string) => path === '/try-it' },
  { to: '/import', name: 'Import', isAt: (path: string) => path === '/import' },
] as const
