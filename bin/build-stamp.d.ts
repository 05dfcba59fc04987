/** A part of a build, which has sources of its own. */
type Part = 'server' | 'web'

export function stampBuild(root: string, part: Part, dist?: string): void
export function isStale(root: string): boolean
