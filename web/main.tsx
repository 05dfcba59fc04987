import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './shell/tokens.css'
import './shell/base.css'
import { SignInGate } from './session/sign-in-gate.tsx'
import { App } from './shell/app.tsx'
// Last, so that it wins over the styles of pages.
import './shell/print.css'
import { applyTheme, readTheme } from './shell/theme.ts'

applyTheme(readTheme())

const container = document.getElementById('dashboard')
if (container === null) throw new Error('The page has no element with the id "dashboard".')

createRoot(container).render(
  <StrictMode>
    <SignInGate>
      <App />
    </SignInGate>
  </StrictMode>,
)
