import { builder } from '../../graphql/builder.ts'
import { MAX_ALIASES } from '../add-alias.ts'

export const Entity = builder.prismaNode('Entity', {
  description:
    'A brand, product or person that tweets are about. Case, spaces, punctuation, @ and # do not distinguish names: `@Xbox`, `#xbox` and `Xbox` are the same entity.',
  id: { field: 'id' },
  // An alias is not an entity, and neither is an entity that was merged into another one.
  findUnique: id => ({ id, aliasOfId: null }),
  nullable: true,
  fields: t => ({
    name: t.exposeString('name', {
      description: 'The name as it was first stored. Models are given this name when they classify a tweet.',
    }),
    aliases: t.stringList({
      description: `Other names of the entity in alphabetical order, at most ${MAX_ALIASES}. Tweets about an alias count as tweets about the entity.`,
      select: { aliases: { select: { name: true }, orderBy: { key: 'asc' }, take: MAX_ALIASES } },
      resolve: ({ aliases }) => aliases.map(({ name }) => name),
    }),
  }),
})
