/**
 * Constructions of a second author, in the notation of `two-entities.ts`: the second half of a variety that one author
 * does not reach.
 */
export const MORE_TWO_ENTITIES = `
+- {A} is {CP} than {B}
+- {A} is {ADV} {CP} than {B}
+- {B} is {CN} than {A}
+- {B} is {ADV} {CN} than {A}
+- compared to {B} , {A} is {PA}
+- next to {A} , {B} looks {NA}
+- give me {A} over {B} any time
+- {A} destroys {B}
+- {B} does not come close to {A}
+- i trust {A} more than {B}
+- {A} has less problems than {B}
+- {A} instead of {B} please
+- {A} outperforms {B} in every way
+- {A} wins , {B} loses
+- {A} feels {CP} than {B} ever did
+- {B} feels {CN} than {A}
+- never going to pick {B} when {A} exists
+- {B} costs more than {A} and is {CN}
+- why use {B} when you can have {A}
+- {A} is ahead of {B}
+- {B} is behind {A} in everything
+- {A} 1 , {B} 0
+- {B} is not as {PA} as {A}
+- {A} is less {NA} than {B}
+- {B} is more {NA} than {A}
+- {A} is more {PA} than {B}
+- i like {A} more than {B}
+- i dislike {B} more than {A}
+- {A} is the {PA} one , {B} is the {NA} one
+- unlike {B} , {A} is {PA}
+- unlike {A} , {B} is {NA}
+- {A} is {PA} , unlike {B}
+- {B} is {NA} , unlike {A}
+- in contrast to {B} , {A} works
+- {A} does not have the problems of {B}
+- {B} needs to be more like {A}
+- only {A} gets it right , {B} fails
+- goodbye {B} , hello {A}
+- traded my {B} for {A} and i am happy
+- went back to {A} after {B} failed me
+- {A} replaced my {B} and i love it
+- i quit {B} because {A} is {CP}
+- uninstalled {B} , {A} does it {CP}
+- moving my money out of {B} and into {A}
+- we are leaving {B} and going to {A}
+- sold my {B} to buy {A} , no regrets
+- bye {B} , {A} is {PA}
+- gave up on {B} and now use {A}
+- after years with {B} i finally have {A} and it is {PA}
+- tried {B} , returned it , bought {A}
+- my next one will be {A} , not {B}
+- {A} convinced me to drop {B}
+- thinking of dropping {B} and getting {A}
+- no more {B} for me , {A} from now on
+- i should have stayed with {A} , {B} is {NA}
+- went from {A} to {B} and i miss {A}
+- {B} made me go back to {A}
+- {A} is suing {B} for stealing its idea
+- {A} fixed what {B} broke
+- {A} paid me back after {B} refused
+- {A} helped when {B} ignored me
+- {B} copied {A} and failed
+- {A} saved me from {B}
+- thank god for {A} because {B} is {NA}
+- {B} lied about {A}
+- {A} caught {B} cheating
+- {A} is honest about what {B} hides
+- {A} cleaned up the mess of {B}
`

export const MORE_NEGATION = `
+ {X} is not {NA}
+ {X} was not that {NA}
- {X} is not {PA}
- {X} was not very {PA}
+ no complaints about {X}
+ nothing wrong with {X}
+ {X} never failed me
- {X} never works
- {X} is never {PA}
+ {X} is never {NA}
- {X} is hardly {PA}
- {X} is far from {PA}
+ {X} is far from {NA}
+ {X} could not be {CP}
- {X} could be {CP}
- {X} should be {CP}
+ i do not regret getting {X}
- i do not like {X}
+ i do not dislike {X}
0 i do not mind {X}
- not impressed by {X}
+ not disappointed by {X}
+ {X} did not let me down
- {X} did not help me
+ can not live without {X}
+ no {NA} moments with {X} so far
+ without problems , thanks {X}
- {X} used to be {PA}
+ {X} used to be {NA} , not anymore
- there is nothing {PA} about {X}
+ there is nothing {NA} about {X}
- {X} is anything but {PA}
+ {X} is anything but {NA}
- i expected more from {X}
+ {X} exceeded my expectations
- no one likes {X}
- no one should buy {X}
+ nobody does it like {X}
- {X} lacks everything
- {X} is neither {PA} nor useful
+ hard to find a fault in {X}
- {X} is not worth it
- {X} is so not {PA}
+ {X} was hardly {NA}
+ i never hated {X}
- if only {X} was {PA}
- i wish {X} was {PA}
- {X} would be {PA} if it worked
`

/** Openings and endings of made tweets, one a line; an empty line is none. */
export const OPENINGS = `
honestly
tbh
imo
lol
wow
ok so
just saying :
<user>
today
well
yes ,
omg
for real
fun fact :
in my experience
`

export const ENDINGS = `
lol
imo
tbh
!
!!
.
...
<url>
today
for sure
haha
smh
honestly
period
just saying
`
