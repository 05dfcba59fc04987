/** Negation, litotes, wishes, quotes and neutral questions about one entity in Spanish; see `../negation.ts`. */
export const NEGATION = `
+ {X} no (es|era|está|estuvo|fue) {NA}
+ {X} no es (tan|nada|para nada|en absoluto) {NA}
+ {X} no es {NA} (en absoluto|para nada|ni mucho menos)
+ {X} nunca (es|ha sido|fue) {NA}
+ {X} no está (nada mal|mal|tan mal)
+ no está (nada|) mal {X} (, no está nada mal|)
+ nada mal {X}
+ nada mal lo de {X}
+ {X} (no ha estado|no estuvo) (mal|nada mal)
+ (ninguna|ni una) (queja|pega) (de|con|sobre) {X}
+ (ningún|cero) problema con {X}
+ sin (quejas|problemas|pegas) con {X}
+ no tengo (quejas|queja) de {X}
+ no me puedo quejar de {X}
+ no puedo (quejarme de|vivir sin|parar de escuchar a|estar más contento con) {X}
+ {X} (nunca|jamás) (me ha fallado|me falla|decepciona|me ha dejado tirado)
+ {X} no (falla|decepciona|miente|defrauda|se cuelga|engaña)
+ {X} no me (falló|decepcionó|defraudó|mintió)
+ {X} no podría (ser|estar|haber salido) {CP}
+ no hay nada (mejor|{CP}) que {X}
+ (nadie|nada) (supera|mejora|gana) a {X}
+ (nadie|nada) lo hace {CP} que {X}
+ no se puede pedir (más|nada más) a {X}
+ no cambio a {X} por nadie
+ no me arrepiento de {X}
+ no me arrepiento de (comprar|votar a|ir a|elegir) {X}
+ no me disgusta {X}
+ no me desagrada {X}
+ {X} ya no es {NA}
+ {X} era {NA} , (pero ya no|ahora es {PA})
+ {X} (está lejos de ser|es cualquier cosa menos|no tiene nada de) {NA}
+ sin {X} (estaría perdido|no sé qué haría|no sería lo mismo)
+ {X} no es {NA} , es {PA}
+ {X} es menos {NA} de lo que (esperaba|dicen|temía)
+ {X} no es tan {NA} como (dicen|pensaba|esperaba|lo pintan)
+ quién dice que {X} es {NA} ? no lo es
+ me equivoqué , {X} no es {NA}
+ no hay nada {NA} en {X}
+ no odio a {X}
+ no todo es malo con {X} , es {PA}
+ {X} no tiene precio , {PA}
+ {X} no tiene desperdicio
+ no os perdáis {X}
+ no se pierdan {X}
+ no hay quien pare a {X}
+ no me canso de {X}
- {X} no (es|era|está|estuvo|fue) {PA}
- {X} no es (tan|nada|para nada|muy|precisamente|exactamente) {PA}
- {X} no es {PA} (en absoluto|para nada|ni mucho menos)
- {X} nunca (es|ha sido|fue) {PA}
- {X} (está lejos de ser|es cualquier cosa menos|no tiene nada de) {PA}
- nada (bueno|bien|bonito) lo de {X}
- nada {PA} {X}
- no (me gusta|me gusta nada|me convence|me fío de|recomiendo|soporto|aguanto) {X}
- no (me gusta|trago|soporto|aguanto) a {X}
- no me (gusta|gusta nada|ha gustado|gustó) {X}
- nunca me (gustó|ha gustado|convenció) {X}
- a nadie le (gusta|importa) {X}
- nadie (quiere|necesita|aguanta|cree) a {X}
- no (compréis|compren|uses|vayáis a|confíes en) {X}
- {X} no (funciona|ayuda|escucha|cumple|contesta|sirve|llega|va)
- {X} (nunca|jamás) (funciona|ayuda|cumple|contesta|acierta)
- {X} no tiene (vergüenza|clase|calidad|respeto|ni idea|perdón)
- {X} no vale (nada|la pena|para nada|lo que cuesta)
- {X} no merece (la pena|ni un voto|ganar|mi dinero)
- {X} no da (una|la talla|más de sí|la cara)
- {X} no está a la altura
- {X} ya no es {PA}
- {X} ya no es lo que era
- {X} era {PA} , (pero ya no|ahora es {NA}|qué pasó ?)
- {X} no es ni {PA} ni útil
- ni {PA} ni barato , {X}
- {X} (podría|debería) ser {CP}
- {X} (podría|debería) (ser|haber sido) {PA}
- ojalá {X} fuera {PA}
- ojalá {X} (funcionara|contestara|cumpliera|mejorara)
- ojalá {X} (desaparezca|pierda|cierre|dimita)
- me gustaría que {X} (funcionara|cumpliera|fuera {CP})
- {X} sería {PA} si (funcionara|no fuera {NA})
- esperaba (más|mucho más|otra cosa) de {X}
- pensaba que {X} era {PA} , pero no
- {X} es menos {PA} de lo que (esperaba|dicen|prometían)
- {X} no es tan {PA} como (dicen|pensaba|esperaba|lo pintan)
- no hay nada {PA} en {X}
- no veo nada {PA} en {X}
- {X} es {NA} , no {PA}
- {X} no me (convence|hace gracia|ayudó|representa)
- no voy a echar de menos a {X}
- no vuelvo a {X} (nunca|en la vida|ni loco)
- no volveré a (comprar|votar a|confiar en|pisar) {X}
- no puedo con {X}
- no me puedo creer lo {NA} que es {X}
+ no me puedo creer lo {PA} que es {X}
- por qué no (funciona|contesta|abre|ayuda) {X} ??
- {X} , (podéis|pueden|puedes) dejar de ser {NA} ?
- se puede ser más {NA} que {X} ?
- menos mal que {X} era {PA} ... qué {NA}
- tanto decir que {X} era {PA} y es {NA}
- {X} deja (mucho|bastante) que desear
- a {X} le falta (mucho|de todo|corazón|calidad)
0 es {X} {PA} ?
0 es {X} {NA} ?
0 {X} es {PA} o {NA} ?
0 (abre|funciona|llega|juega|hay) {X} (los domingos|hoy|esta noche|en argentina) ?
0 alguien ha (probado|visto|leído|usado) {X} ?
0 alguien (probó|vio|usó) {X} ?
0 (cuándo|dónde|cómo) (abre|sale|se llega a|contacto con) {X} ?
0 hola {X} , (a qué hora abrís|cuánto cuesta esto|hacen envíos|dónde está el manual|cuál es el horario) ?
0 {X} , (tienen|tenéis|hay) (talla m|cita mañana|plazas libres|el libro en azul) ?
0 qué (opináis|opinan|pensáis|te parece) (de|sobre|) {X} ?
0 (compro|pruebo|veo|voto a) {X} ?
0 ni me gusta ni me disgusta {X}
0 {X} ni fu ni fa
0 {X} está (regular|normal|normalito|así así) , ni {PA} ni {NA}
0 {X} no es ni {PA} ni {NA}
0 no sé si {X} es {PA} o {NA}
0 no (uso|conozco|sigo a|he visto|he probado) {X}
0 todavía no he (visto|probado|leído|ido a) {X}
0 hoy no hay {X}
0 {X} no abre hasta (las nueve|el lunes|mañana)
0 {X} no (está|sale|juega) (hoy|en la lista|esta noche)
+ (dicen|la gente dice|todos dicen) que {X} es {NA} (, pero|.) (a mí me encanta|yo lo adoro|para mí es {PA})
+ mi (jefe|hermana|vecino) odia {X} (, pero|.) (a mí me encanta|yo soy fan|es {PA})
+ ni caso a las críticas , {X} es {PA}
- (dicen|la gente dice|todos dicen) que {X} es {PA} (, pero|.) (yo lo odio|a mí no me gusta|para mí es {NA})
- mi (jefe|hermana|vecino) adora {X} (, pero|.) (yo lo odio|yo no|es {NA})
- {X} (presume de|se cree) {PA} (, pero|.) es {NA}
0 (unos|algunos) dicen que {X} es {PA} , otros que es {NA}
0 (el informe|el ministro|la prensa|un portavoz) (dice que|afirma que) {X} es {PA}
0 (el informe|el ministro|la prensa|un portavoz) (dice que|afirma que) {X} es {NA}
0 me preguntan si {X} es {PA}
0 me preguntan si {X} es {NA}
`
