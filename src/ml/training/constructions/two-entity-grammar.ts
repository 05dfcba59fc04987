/** A small grammar of constructions about two entities, in the notation of `two-entities.ts`. */
export const TWO_ENTITY_GRAMMAR = `
+- {PRAISE:A} {BUT} {BLAME:B}
-+ {BLAME:A} {BUT} {PRAISE:B}
+- {PRAISE:A} {BUT} {BLAME:B}
-+ {BLAME:A} {BUT} {PRAISE:B}
+- {PRAISE:A} {BUT} {BLAME:B}
-+ {BLAME:A} {BUT} {PRAISE:B}
+0 {PRAISE:A} {AND} {FACT:B}
-0 {BLAME:A} . {FACT:B}
0+ {FACT:A} {AND} {PRAISE:B}
0- {FACT:A} {AND} {BLAME:B}
00 {FACT:A} {AND} {FACT:B}
00 {FACT:A} . {FACT:B}
-0 {BLAME:A} {AND} {FACT:B}
0+ {FACT:A} {BUT} {PRAISE:B}
0- {FACT:A} {BUT} {BLAME:B}
++ {PRAISE:A} {AND} {PRAISE:B}
-- {BLAME:A} {AND} {BLAME:B}
+- {WHILE} {PRAISE:A} , {BLAME:B}
-+ {WHILE} {BLAME:A} , {PRAISE:B}
+- {A} {BEATS} {B} {FIELD}
+- {A} (easily|always|totally|just|really|simply|clearly) {BEATS} {B}
+- {A} (has|had) {BEATEN} {B} {FIELD}
+- {A} (will|is going to|is about to) {BEAT} {B} {FIELD}
+- {B} (got|gets|was|is being|has been) {BEATEN} by {A} {FIELD}
+- {B} {LOSES} to {A} {FIELD}
+- {A} {IS} {ADV} {CP} than {B}
+- {A} {IS} {CP} than {B} {FIELD}
+- {B} {IS} {ADV} {CN} than {A}
+- {B} {IS} {CN} than {A} {FIELD}
+- {A} has (a|the) {CP} {THING} than {B}
+- {B} has (a|the) {CN} {THING} than {A}
+- the {THING} of {A} is {CP} than (that of|the one from) {B}
+- {B} (is not|was never|will not be|could not be) as {PA} as {A}
+- {A} (is not|was never|will not be) as {NA} as {B}
+- {A} is (far|much|a lot|way|so much) less {NA} than {B}
+- {B} is (far|much|a lot|way|so much) less {PA} than {A}
+- {A} is more {PA} than {B} {FIELD}
+- {B} is more {NA} than {A} {FIELD}
+- {PERSON} (prefer|chose|picked|trust|would choose|like) {A} (over|instead of|more than) {B}
+- {PERSON} (will|would) (take|choose|pick|use) {A} over {B} {FIELD}
+- {PERSON} (hate|dislike|distrust) {B} more than {A}
+- {PERSON} (need|want|deserve) {A} , not {B}
+- {PERSON} {LEFT} {B} (for|and went to|and joined|and got|and now use) {A} {HAPPY}
+- {PERSON} {LEFT} {B} (for|and went to|and joined|and got) {A}
+- {PERSON} {LEFT} {A} (for|and went to|and joined|and got) {B} {SORRY}
+- {PERSON} (went|switched|moved|changed|migrated) from {B} to {A} {HAPPY}
+- {PERSON} (went|switched|moved|changed|migrated) from {A} to {B} {SORRY}
+- {PERSON} (switched|moved|changed) to {A} (after|because) {BLAME:B}
+- {PERSON} (switched|moved|went back) to {A} from {B} {HAPPY}
+- {PERSON} {LEFT} {B} because {PRAISE:A}
+- {PERSON} (returned|sold|cancelled) {B} , {PRAISE:A}
+- {A} (helped|saved|fixed|refunded|called) me {WHEN} {B} (refused|ignored me|failed|did nothing|hung up|lied)
+- {B} (refused|ignored me|failed|did nothing|hung up|lied) {SO} {A} (helped|saved the day|fixed it|refunded me)
+- {A} fixed (the problem|the mess|the damage|it) that {B} (caused|made|left|ignored)
+- {B} {HARMED} {A}
+- {A} {HELPED} {B}
+- unlike {B} , {PRAISE:A}
+- unlike {A} , {BLAME:B}
+- {PRAISE:A} , unlike {B}
+- {BLAME:B} , unlike {A}
+- {PRAISE:A} compared to {B}
+- {BLAME:B} compared to {A}
+- {PRAISE:A} , (which|that) (is more than|i can not|nobody can) (say|said) (about|of) {B}
+- i expected {B} to be {PA} but (only|it was) {A} (was|that delivered)
+- i thought {B} was {PA} until i (tried|met|saw|got) {A}
`
