import { builder } from '../../graphql/builder.ts'

export const Entity = builder.prismaNode('Entity', {
  description:
    'What tweets are about: a brand, a product, a person. Case, @, #, spaces and punctuation do not make another one: @Xbox, #xbox and Xbox are one.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    name: t.exposeString('name', { description: 'As it was first written.' }),
  }),
})
