import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { startLanguages } from './app/i18n'
import { keepRelease, tellNewer } from './app/release'
import './ui/base.css'

await startLanguages()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

window.addEventListener('vite:preloadError', tellNewer)
// Only what is built has a worker; the page goes first.
if (import.meta.env.PROD) {
  if (document.readyState === 'complete') keepRelease()
  else window.addEventListener('load', () => keepRelease())
}
