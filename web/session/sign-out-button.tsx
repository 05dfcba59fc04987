import { useState } from 'react'
import { sendSession } from './send-session.ts'

/** Only on a page that is signed in; open servers need no session. */
export function SignOutButton() {
  const [problem, setProblem] = useState<string | null>(null)
  if (!document.cookie.includes('pulso_signed_in=1')) return null
  const signOut = async () => {
    const refused = await sendSession('DELETE')
    if (refused === null) window.location.reload()
    else setProblem(refused)
  }
  return (
    <button type="button" className="header-button" title={problem ?? undefined} onClick={() => void signOut()}>
      Sign out
    </button>
  )
}
