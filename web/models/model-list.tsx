import { ViewLink } from '../shell/view-link.tsx'
import type { Model } from './models-query.ts'

const ROLES: Record<NonNullable<Model['role']>, string> = {
  ACTIVE: 'active',
  CANDIDATE: 'candidate',
  BASELINE: 'previously active',
}

export function ModelList({ models, shown }: { readonly models: readonly Model[]; readonly shown: Model }) {
  return (
    <nav className="model-list" aria-label="Versions">
      {models.map(({ id, version, role }) => {
        const [name, digits] = version.split('@')
        return (
          <ViewLink key={id} to={`/models/${version}`} isCurrent={id === shown.id}>
            <strong>{name}</strong>
            <span className="model-digits">{digits}</span>
            {role !== null && <span className={role === 'ACTIVE' ? 'badge badge-accent' : 'badge'}>{ROLES[role]}</span>}
          </ViewLink>
        )
      })}
    </nav>
  )
}
