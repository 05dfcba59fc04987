import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { apiProxy } from './api-proxy.ts'

/** Every page is an entry of its own; the server serves the result from its own origin, so nothing is loaded from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../.cache/vite',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Monaco, the playground's editor, is one large chunk by nature.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { input: { dashboard: 'index.html', playground: 'playground/index.html' } },
  },
  worker: { format: 'es' },
  // For `npm run dev`, and for `npx vite web` beside a server that runs already.
  server: { proxy: apiProxy('http://127.0.0.1:4000') },
  // Its imports of workers end in `?worker`, which only Vite itself understands.
  optimizeDeps: { exclude: ['@graphiql/react/setup-workers/vite'] },
})
