import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compressed } from './script/compressed.ts'
import { worker } from './script/worker.ts'

const backend = process.env.XIANJI_BACKEND ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react(), worker(), compressed()],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The server takes writing requests from its own pages alone: it must see the address that the browser sees.
  server: { proxy: { '/api': { target: backend, changeOrigin: false } } },
  build: {
    target: 'es2023',
    manifest: 'assets.json',
    rolldownOptions: { input: ['index.html', 'offline.html'] },
    // The content policy allows script from 'self' alone, so nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testing/setup.ts'],
    testTimeout: 20_000,
  },
})
