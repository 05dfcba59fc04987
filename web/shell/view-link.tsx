import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useAddressParams } from './use-address-params.ts'
import { sharedParams } from './view-params.ts'

/** A link to another page that keeps the time range and time zone. */
export function ViewLink({
  to,
  className,
  children,
  isCurrent = false,
  query = {},
}: {
  readonly to: string
  readonly className?: string
  readonly children: ReactNode
  readonly isCurrent?: boolean
  /** Parameters in addition to the shared ones. */
  readonly query?: Readonly<Record<string, string>>
}) {
  const [params] = useAddressParams()
  return (
    <Link
      href={`${to}${sharedParams(params, query)}`}
      {...(className === undefined ? {} : { className })}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </Link>
  )
}
