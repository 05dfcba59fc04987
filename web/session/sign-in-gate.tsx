import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { signInNeeded } from './sign-in-needed.ts'

const SignInForm = lazy(async () => ({ default: (await import('./sign-in-form.tsx')).SignInForm }))

/** The page, or the form in its place once the server has refused a request. */
export function SignInGate({ children }: { readonly children: ReactNode }) {
  const isNeeded = useSyncExternalStore(signInNeeded.subscribe, signInNeeded.get)
  return isNeeded ? (
    <Suspense>
      <SignInForm />
    </Suspense>
  ) : (
    children
  )
}
