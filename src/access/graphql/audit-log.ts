import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { pageCost, pageOf, readPage } from '../../graphql/page.ts'

const ORDER = 'audit log'
/** The id: ids are made in time order. */
const POSITION = z.tuple([z.uuid()])

const AuditActor = builder.enumType('AuditActor', {
  description: 'The kinds of clients that change something.',
  values: {
    KEY: { description: 'A client with a key.' },
    OPEN: { description: 'A client of a server that needs no key.' },
    TOKEN: { description: 'A client with a token of another service.' },
    COMMAND_LINE: { description: 'A command such as `pulso entities merge`.' },
  },
})

const AuditOutcome = builder.enumType('AuditOutcome', {
  description: 'How a change ended.',
  values: {
    DONE: { description: 'It happened. Of a list, at least the request did.' },
    REFUSED: { description: 'Nothing changed: the input was wrong.' },
    FAILED: { description: 'An error occurred; a part may have changed.' },
  },
})

const AuditedObject = builder.objectRef<readonly [name: string, ids: readonly string[]]>('AuditedObject').implement({
  description: 'Ids of objects that a change named or made.',
  fields: t => ({
    name: t.string({
      description: 'The argument or field that had them, such as `entityId`.',
      resolve: ([name]) => name,
    }),
    ids: t.stringList({
      description: 'Keys of rows, prefixes of keys, or external ids; at most 100.',
      resolve: ([, ids]) => [...ids],
    }),
  }),
})

/** The entry can also be read by its id, so each of its fields declares the scope. */
const ADMIN_ONLY = { authScopes: { ADMIN: true } } as const

const AuditEntry = builder.prismaNode('AuditEntry', {
  description: 'A change, with who made it. It has ids only: no texts, names of people, or secrets.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    startedAt: t.expose('startedAt', { ...ADMIN_ONLY, type: 'DateTime', description: 'When it began.' }),
    actor: t.expose('actor', { ...ADMIN_ONLY, type: AuditActor, description: 'The kind of client.' }),
    keyName: t.string({
      ...ADMIN_ONLY,
      nullable: true,
      description: 'Name of the key. Null without a key.',
      select: { key: { select: { name: true } } },
      resolve: ({ key }) => key?.name ?? null,
    }),
    keyPrefix: t.string({
      ...ADMIN_ONLY,
      nullable: true,
      description: 'Prefix of the key. Null without a key.',
      select: { key: { select: { prefix: true } } },
      resolve: ({ key }) => key?.prefix ?? null,
    }),
    subject: t.exposeString('subject', {
      ...ADMIN_ONLY,
      nullable: true,
      description: 'Subject of the token. Null without a token.',
    }),
    action: t.exposeString('action', {
      ...ADMIN_ONLY,
      description: 'The mutation, such as `mergeEntities`, or the command, such as `pulso entities merge`.',
    }),
    objects: t.field({
      ...ADMIN_ONLY,
      type: [AuditedObject],
      description: 'The objects that it named or made.',
      select: { objects: true },
      resolve: ({ objects }) => Object.entries(objects as Readonly<Record<string, readonly string[]>>),
    }),
    outcome: t.expose('outcome', {
      ...ADMIN_ONLY,
      type: AuditOutcome,
      nullable: true,
      description: 'How it ended. Null while it runs, and after a crash: it may or may not have happened.',
    }),
  }),
})

const AuditEntryConnection = builder.connectionObject({
  type: AuditEntry,
  name: 'AuditEntryConnection',
  description: 'One page of the audit log.',
})

builder.queryField('auditLog', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: AuditEntryConnection,
    nullable: true,
    description:
      'Changes with who made them, newest first: labels, review queues, merges, aliases, undone imports, deletions, models and keys. An entry is stored before its change begins.',
    complexity: pageCost,
    args: t.arg.connectionArgs(),
    resolve: async (_root, args, { auditLog }) => {
      const page = valueOrError(readPage(args, ORDER, POSITION))
      const entries = await auditLog.list(page)
      return { ...pageOf(entries, page, ({ id }) => encodeCursor(ORDER, [id])), countAll: async () => null }
    },
  }),
)
