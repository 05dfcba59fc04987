import { ViewLink } from '../shell/view-link.tsx'
import { formatDate } from '../time/format-instant.ts'
import { modelNameOf } from './describe-model.ts'
import type { Model } from './models-query.ts'

const ROLES: Record<NonNullable<Model['role']>, string> = {
  ACTIVE: 'active',
  CANDIDATE: 'candidate',
  BASELINE: 'previously active',
}

export function ModelList({ models, shown }: { readonly models: readonly Model[]; readonly shown: Model }) {
  return (
    <nav className="model-list" aria-label="Versions">
      {models.map(({ id, version, role, trainedAt }) => {
        const name = modelNameOf(version)
        return (
          <ViewLink key={id} to={`/models/${version}`} isCurrent={id === shown.id}>
            <strong>{name}</strong>
            <span className="muted small">{trainedAt === null ? version : formatDate(trainedAt, 'UTC')}</span>
            {role !== null && <span className={role === 'ACTIVE' ? 'badge badge-accent' : 'badge'}>{ROLES[role]}</span>}
          </ViewLink>
        )
      })}
    </nav>
  )
}
