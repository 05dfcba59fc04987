import { ViewLink } from './view-link.tsx'

export function NotFound() {
  return (
    <>
      <h1>Page not found</h1>
      <p className="muted">
        <ViewLink to="/">Go to the overview</ViewLink>
      </p>
    </>
  )
}
