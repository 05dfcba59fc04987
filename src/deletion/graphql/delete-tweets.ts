import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, underField } from '../../problem/problem.ts'
import { MOST_NAMED } from '../check-selection.ts'
import type { Deleted } from '../delete-selected.ts'

const DeleteTweetsInput = builder.inputType('DeleteTweetsInput', {
  description: 'The tweets to delete. Exactly one field must be given.',
  fields: t => ({
    externalIds: t.stringList({
      description: `Ids of tweets at their source, at most ${MOST_NAMED}. All texts that are stored under such an id are deleted.`,
    }),
    authors: t.stringList({
      description: `Authors as they are stored, at most ${MOST_NAMED}. All of their tweets are deleted.`,
    }),
    entityId: t.id({
      description:
        'Id of an entity. Its mentions are deleted, tweets that mention nothing else, and the entity unless it has aliases.',
    }),
    before: t.field({
      type: 'DateTime',
      description:
        'Tweets that count at an earlier time than this are deleted. A tweet without a time of its own counts when it was stored.',
    }),
  }),
})

interface DeleteTweetsPayloadValue {
  readonly deleted: Deleted | null
  readonly isDryRun: boolean
  readonly userErrors: readonly Problem[]
}

const countOf =
  (of: keyof Omit<Deleted, 'isComplete'>) =>
  ({ deleted }: DeleteTweetsPayloadValue) =>
    deleted?.[of] ?? null

const DeleteTweetsPayload = builder.objectRef<DeleteTweetsPayloadValue>('DeleteTweetsPayload').implement({
  description: 'The size of a deletion or of a dry run, or the reasons why the request was rejected.',
  fields: t => ({
    isDryRun: t.exposeBoolean('isDryRun', {
      description: 'True if nothing was changed, so that the counts are those of a possible deletion.',
    }),
    isComplete: t.boolean({
      nullable: true,
      description:
        'True if nothing that was selected is left. If false after a deletion, repeat the call: one call deletes about 10,000 tweets. Null if the request was rejected.',
      resolve: ({ deleted }) => deleted?.isComplete ?? null,
    }),
    tweetCount: t.int({
      nullable: true,
      description: 'Number of tweets. Null if the request was rejected, like the other counts.',
      resolve: countOf('tweetCount'),
    }),
    mentionCount: t.int({ nullable: true, description: 'Number of mentions.', resolve: countOf('mentionCount') }),
    labelCount: t.int({
      nullable: true,
      description: 'Number of these mentions that people have labelled. Their labels go too.',
      resolve: countOf('labelCount'),
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

builder.mutationField('deleteTweets', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: DeleteTweetsPayload,
    nullable: true,
    description:
      'Deletes tweets for good, with their classifications, labels and counts. Summaries follow at once, search and terms within seconds. Idempotent. It cannot be reversed; a dry run counts first. A tweet that is sent again later is stored again.',
    complexity: 100,
    args: {
      input: t.arg({ type: DeleteTweetsInput, required: true, description: 'The tweets to delete.' }),
      dryRun: t.arg.boolean({
        defaultValue: false,
        description: 'If true, nothing is deleted and the payload has the counts.',
      }),
    },
    resolve: async (_root, { input, dryRun }, { deletions }) => {
      const isDryRun = dryRun ?? false
      const rejected = (problem: Problem) => ({ deleted: null, isDryRun, userErrors: [problem] })
      const { entityId, ...others } = input
      const id = entityId == null ? null : idOf('Entity', entityId, 'input', 'entityId')
      if (id?.ok === false) return rejected(id.problem)
      const removed = await deletions.remove({ ...others, entityId: id?.value ?? null }, isDryRun)
      return removed.ok
        ? { deleted: removed.value, isDryRun, userErrors: [] }
        : rejected(underField(removed.problem, 'input'))
    },
  }),
)
