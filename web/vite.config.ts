import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Every page is an entry of its own; the server serves the result from its own origin, so nothing is loaded from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Monaco, the playground's editor, is one large chunk by nature.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { input: { dashboard: 'index.html', playground: 'playground/index.html' } },
  },
  worker: { format: 'es' },
})
