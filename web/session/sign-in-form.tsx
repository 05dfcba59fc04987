import { type FormEvent, useId, useState } from 'react'
import '../shell/tokens.css'
import './sign-in.css'
import { sendSession } from './send-session.ts'

/** Asks for a key. The browser keeps a cookie instead of it, which scripts cannot read. */
export function SignInForm() {
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const [field, message] = [useId(), useId()]

  const signIn = async (event: FormEvent) => {
    event.preventDefault()
    setIsSending(true)
    const refused = await sendSession('POST', { key: key.trim() })
    // Everything on the page is read again.
    if (refused === null) window.location.reload()
    else {
      setProblem(refused)
      setIsSending(false)
    }
  }

  return (
    <main className="sign-in">
      <form className="sign-in-form" onSubmit={event => void signIn(event)}>
        <h1>Sign in to Pulso</h1>
        <p className="sign-in-hint">
          This server needs a key. Its operator creates one with <code>pulso keys create</code>.
        </p>
        <label htmlFor={field}>Key</label>
        <input
          id={field}
          type="password"
          name="key"
          autoComplete="current-password"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the page has nothing else
          autoFocus
          required
          value={key}
          aria-invalid={problem !== null}
          aria-describedby={message}
          onChange={event => setKey(event.target.value)}
        />
        <p id={message} className="sign-in-problem" role="alert">
          {problem}
        </p>
        <button type="submit" disabled={isSending}>
          Sign in
        </button>
      </form>
    </main>
  )
}
