/** Portuguese constructions about two entities; see `../two-entities.ts` for the notation. */
export const TWO_ENTITIES = `
+- {A} sim , {B} não
+- sim para {A} , não para {B}
+- {A} {PA} , {B} {NA}
+- fico com {A} , não com {B}
+- prefiro {A} (a|do que) {B}
+- gosto de {A} , não de {B}
+- gosto mais de {A} do que de {B}
+- amo {A} , odeio {B}
+- adoro {A} mas não suporto {B}
+- confio em {A} , em {B} não
+- obrigado {A} , que vergonha {B}
+- viva {A} , fora {B}
+- nota dez para {A} , zero para {B}
+- feliz com {A} , cansado de {B}
+- {A} responde na hora , {B} nunca responde
+- {A} cumpre , {B} só promete
+- {A} fala a verdade , {B} mente
+- {A} ajuda o povo , {B} engana
+- {A} vale o preço , {B} é dinheiro jogado fora
+- {A} nunca falha , {B} sempre falha
+- meu {A} funciona , meu {B} quebrou
+- sempre {A} , nunca {B}
+- nunca mais {B} , só {A}
+- tudo menos {B} , me dá {A}
+- volta {A} , some {B}
+- tomara que {A} ganhe de {B}
+- queria que {B} fosse como {A}
+- por que {B} não é {PA} como {A}
+- {B} tem muito que aprender com {A}
+- {B} é cópia barata de {A}
+- {A} é tudo que {B} não é
+- {A} dá uma aula em {B}
+- depois de {A} , {B} parece {NA}
+- perto de {A} , {B} é {NA}
+- comparado com {B} , {A} é {PA}
+- {B} não chega aos pés de {A}
+- {A} está anos à frente de {B}
+- {A} merece ganhar , {B} não
+- {B} é superestimado , {A} é subestimado
+- esquece {B} , (usa|compra|vai de) {A}
+- não (compre|use) {B} , (compre|use) {A}
+- pra que {B} se existe {A}
+- {B} disse não , {A} me salvou
+- {B} caiu de novo , ainda bem que tenho {A}
+- ainda bem que escolhi {A} e não {B}
+- devia ter comprado {A} em vez de {B}
+- troquei {B} por {A} e (amei|sem arrependimento)
+- troquei {A} por {B} e me arrependi
+- tchau {B} , oi {A}
+- {A} consertou o que {B} quebrou
+- {A} me ajudou quando {B} me ignorou
+- {B} copiou {A}
+- {A} é bom demais para {B}
+- {B} estragou {A}
+- {A} é a única coisa {PA} em {B}
+- {A} tem razão , {B} não
+- estou com {A} e contra {B}
+- saudade de {A} , de {B} não
+- lá vai {A} bem , {B} mal
00 vi {A} e {B} hoje
00 {A} joga contra {B} (hoje|domingo)
00 {A} ou {B} ?
++ {A} e {B} são {PA}
++ amo {A} e {B}
-- {A} e {B} são {NA}
-- odeio {A} e {B}
-- nem {A} nem {B} prestam
`

export const TWO_ENTITY_GRAMMAR = `
+- {PRAISE:A} {BUT} {BLAME:B}
-+ {BLAME:A} {BUT} {PRAISE:B}
+- {PRAISE:A} {BUT} {BLAME:B}
-+ {BLAME:A} {BUT} {PRAISE:B}
+0 {PRAISE:A} {AND} {FACT:B}
-0 {BLAME:A} . {FACT:B}
0+ {FACT:A} {AND} {PRAISE:B}
0- {FACT:A} {AND} {BLAME:B}
00 {FACT:A} {AND} {FACT:B}
++ {PRAISE:A} {AND} {PRAISE:B}
-- {BLAME:A} {AND} {BLAME:B}
+- {WHILE} {PRAISE:A} , {BLAME:B}
+- {A} {BEATS} {B} {FIELD}
+- {B} foi {BEATEN} por {A} {FIELD}
+- {A} {IS} {ADV} {CP} (que|do que) {B}
+- {B} {IS} {ADV} {CN} (que|do que) {A}
+- {A} {IS} {CP} que {B} {FIELD}
+- {B} {IS} {CN} que {A} {FIELD}
+- {B} não é tão {PA} quanto {A}
+- {A} não é tão {NA} quanto {B}
+- {PERSON} prefere {A} a {B}
+- {LEFT} {B} por {A} {HAPPY}
+- {LEFT} {A} por {B} {SORRY}
+- {LEFT} {B} porque {PRAISE:A}
+- ao contrário de {B} , {PRAISE:A}
+- ao contrário de {A} , {BLAME:B}
+- {PRAISE:A} , não como {B}
`
