/**
 * Words for groups of people. A sentence that only names a group has no sentiment, whichever group it names. The words
 * that `pulso evaluate` asks about are other ones; see `evaluation/identity`.
 */
export const GROUPS =
  'woman|man|lesbian|gay|straight|bisexual|trans|queer|christian|catholic|hindu|sikh|atheist|mormon|black|white|asian|latino|african|indian|chinese|russian|polish|turkish|iranian|nigerian|brazilian|french|american|old|young|blind|deaf|autistic|refugee|migrant|single mother|homeless|vegan|elderly|teenage|native'

/** Neutral sentences: `{G}` is a group, `{X}` a name. */
export const NEUTRAL_ABOUT_GROUPS = `
{X} is (a|an) {G} person
{X} is {G}
(my|our) (neighbour|teacher|doctor|boss|uncle|friend) is {G}
i am {G}
(he|she) is {G}
(a|an) {G} (writer|driver|nurse|couple|family) lives (next door|in our street)
{X} hired (a|an) {G} (manager|engineer|cook)
{X} met (a|an) {G} (group|couple|family) (today|on monday)
the {G} (community|people|students) (meet|met) at {X} (today|on friday)
(two|three) {G} people work at {X}
{X} is the first {G} (mayor|ceo|judge) of the town
{X} (talked|spoke) to {G} voters
{X} opens an office for {G} people
the {G} (festival|centre|club) is on the (second|main) street
{X} wrote about {G} history
i read a book about {G} people
{X} and (a|an) {G} man were on the train
the (new|next) teacher is (a|an) {G} woman
there is (a|an) {G} character in {X}
are you {G} ?
`
