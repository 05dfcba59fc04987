import { builder } from '../../graphql/builder.ts'
import { MAX_ALIASES } from '../add-alias.ts'

export const Entity = builder.prismaNode('Entity', {
  description:
    'What tweets are about: a brand, a product, a person. Case, @, #, spaces and punctuation do not make another one: @Xbox, #xbox and Xbox are one.',
  id: { field: 'id' },
  // Another name of an entity is no entity, and neither is one that was merged into another.
  findUnique: id => ({ id, aliasOfId: null }),
  nullable: true,
  fields: t => ({
    name: t.exposeString('name', {
      description: 'As it was first written. Models are asked about the entity by this name.',
    }),
    aliases: t.stringList({
      description: `Other names for it, in alphabetical order, at most ${MAX_ALIASES}: a tweet about one of them is counted here.`,
      select: { aliases: { select: { name: true }, orderBy: { key: 'asc' }, take: MAX_ALIASES } },
      resolve: ({ aliases }) => aliases.map(({ name }) => name),
    }),
  }),
})
