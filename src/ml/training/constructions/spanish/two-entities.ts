/** Spanish constructions about two entities, one a line; see `../two-entities.ts` for the notation. */
export const TWO_ENTITIES = `
+- {A} sí , {B} no
+- sí a {A} , no a {B}
+- {A} {PA} , {B} {NA}
+- {A} : {PA} . {B} : {NA}
+- me quedo con {A} , no con {B}
+- me quedo con {A} antes que con {B}
+- prefiero (mil veces|siempre|) {A} (a|antes que|que) {B}
+- prefiero {A} (mil veces|) antes que {B}
+- me gusta {A} , {B} no
+- me gusta {A} , no {B}
+- me gusta {A} más que {B}
+- me gusta más {A} que {B}
+- {B} me gusta menos que {A}
+- me encanta {A} , {B} no (tanto|me va|me dice nada)
+- me encanta {A} , no soporto {B}
+- me encanta {A} pero odio {B}
+- adoro {A} , detesto {B}
+- quiero a {A} y no aguanto a {B}
+- de {A} me fío , de {B} no
+- confío en {A} , en {B} (no|nada|para nada)
+- confío más en {A} que en {B}
+- con {A} (todo son risas|siempre contento|todo bien) , con {B} (todo son problemas|todo mal|solo disgustos)
+- con {A} duermo tranquilo , con {B} no
+- (gracias|mil gracias) {A} , (vergüenza debería darte|que te den|hasta nunca) {B}
+- gracias {A} , de nada {B} por (el retraso|nada|el disgusto)
+- viva {A} , abajo {B}
+- arriba {A} y abajo {B}
+- aplausos para {A} y (pitos|abucheos) para {B}
+- un diez para {A} y un (cero|uno) para {B}
+- cinco estrellas para {A} , (cero|una) para {B}
+- contento con {A} , (harto|cansado) de {B}
+- {A} responde en minutos , {B} (ni contesta|tarda semanas|te manda un robot)
+- {A} cumple , {B} (promete y no cumple|miente|solo promete)
+- {A} da la cara , {B} (se esconde|huye|calla)
+- {A} dice la verdad , {B} miente
+- {A} trabaja , {B} (vive del cuento|se va de vacaciones|solo habla)
+- {A} ayuda a la gente , {B} (la engaña|la exprime|la ignora)
+- {A} crea empleo , {B} (lo destruye|despide)
+- {A} construye , {B} destruye
+- {A} suma , {B} resta
+- {A} une , {B} divide
+- {A} sube , {B} baja y con razón
+- {A} (mola|mola mucho) , {B} (es un rollo|aburre|da pena)
+- {A} me hace reír , {B} me hace llorar
+- {A} me da alegrías , {B} disgustos
+- {A} sabe a gloria , {B} sabe a (rayos|plástico|nada)
+- {A} vale cada euro , {B} es tirar el dinero
+- {A} vale lo que cuesta , {B} no
+- {A} barato y {PA} , {B} caro y {NA}
+- {A} tiene (clase|alma|corazón|estilo) , {B} (ninguna|ni eso|solo anuncios)
+- {A} mejora cada día , {B} (empeora|va a peor|se hunde)
+- {A} nunca falla , {B} (falla siempre|no da una)
+- {A} llegó (a tiempo|antes) , {B} (tarde|roto|nunca llegó)
+- mi {A} va de lujo , mi {B} (murió|se rompió) (a la semana|al mes|ya)
+- {A} es el futuro , {B} (es el pasado|está muerto|es historia)
+- siempre {A} , nunca {B}
+- nunca más {B} , (siempre|solo) {A}
+- todo menos {B} , dame {A}
+- cualquier cosa menos {B} . {A} por favor
+- que vuelva {A} y que (quiten|cancelen|se vaya) {B}
+- que gane {A} y que pierda {B}
+- ojalá {B} fuera como {A}
+- ojalá gane {A} , {B} no se lo merece
+- ojalá todos fueran como {A} y no como {B}
+- si {B} fuera la mitad de {PA} que {A}
+- por qué no puede {B} ser tan {PA} como {A}
+- por qué {B} es tan {NA} y {A} tan {PA}
+- {B} tiene mucho que aprender de {A}
+- {B} debería (aprender|copiar|tomar nota) de {A}
+- {B} es una (mala|burda|triste) copia de {A}
+- {B} es {A} pero (en malo|peor|más caro)
+- {A} es {B} bien hecho
+- {A} es lo que {B} (quiere|pretende|finge) ser
+- {A} es todo lo que {B} no es
+- {A} hace bien todo lo que {B} hace mal
+- {A} le da (una lección|un baño|un repaso|mil vueltas|cien vueltas) a {B}
+- {A} le enseña a {B} cómo se hace
+- {A} deja a {B} (en ridículo|en evidencia|por los suelos)
+- después de {A} , {B} (parece|es|resulta) {NA}
+- después de probar {A} , no vuelvo a {B}
+- al lado de {A} , {B} (es una broma|no es nada|da risa|es {NA})
+- comparado con {A} , {B} es {NA}
+- comparado con {B} , {A} es {PA}
+- en comparación con {A} , {B} (pierde|da pena|es {NA})
+- {B} no es {A}
+- {B} no le llega a {A} (ni a la suela del zapato|a los talones|ni de lejos)
+- {B} no tiene nada que hacer (contra|con|frente a) {A}
+- {B} está a años luz de {A}
+- {B} está muy lejos de {A}
+- {A} está (años luz|muy) por delante de {B}
+- {A} está por encima de {B}
+- {B} va por detrás de {A} en todo
+- {A} juega en otra liga , {B} (en regional|no)
+- {A} primero , {B} último
+- {A} merece (ganar|el premio|el título) , {B} no
+- {A} se lo merece , {B} no
+- {B} ganó pero lo merecía {A}
+- {B} está sobrevalorado , {A} infravalorado
+- mucho ruido con {B} , pero {A} es (lo mejor|{PA}|de verdad)
+- {B} quién ? {A} es (el rey|la reina|lo mejor)
+- olvídate de {B} , (prueba|usa|compra|mira) {A}
+- (pasad|pasa|huye) de {B} y (id a|ve a|prueba) {A}
+- no (compres|uses|vayas a) {B} , mejor {A}
+- no gastes en {B} , compra {A}
+- si tienes {A} para qué quieres {B}
+- quién quiere {B} (teniendo|si existe|habiendo) {A}
+- {B} me quitó (el dinero|todo) , {A} me lo devolvió
+- {B} dijo que no , {A} me salvó (el día|el viaje|la vida)
+- {B} me colgó , {A} (me atendió|lo solucionó|me llamó)
+- {B} me cobró dos veces , {A} me lo devolvió
+- {B} se cayó otra vez , menos mal que tengo {A}
+- menos mal que (está|tengo|existe) {A} , porque {B} (es {NA}|no funciona|falla siempre)
+- menos mal que elegí {A} y no {B}
+- qué bien hice en dejar {B} por {A}
+- qué mal hice en dejar {A} por {B}
+- debí (comprar|elegir|votar) {A} en vez de {B}
+- (compra|elige|vota) {A} en vez de {B}
+- {A} en vez de {B} por favor
+- la peor decisión : pasar de {A} a {B}
+- la mejor decisión : pasar de {B} a {A}
+- me pasé de {B} a {A} y (feliz|qué diferencia|no vuelvo|encantado)
+- me pasé de {A} a {B} y (me arrepiento|quiero llorar|qué error|lo lamento)
+- me cambié a {A} , {B} (me tenía harto|era {NA}|no me servía)
+- adiós {B} , hola {A}
+- chao {B} , bienvenido {A}
+- vendí {B} , compré {A} , soy feliz
+- (dejé|abandoné) {B} , ahora {A} y (feliz|mucho mejor|tan contento)
+- vuelvo a {A} , {B} (fue un error|era {NA}|me falló)
+- {A} arregló lo que {B} (rompió|estropeó|destrozó)
+- {A} solucionó en una hora lo que {B} no pudo en un mes
+- {A} paga lo que {B} rompe
+- {A} me ayudó cuando {B} (me ignoró|me dejó tirado|no contestaba|se negó)
+- {A} estuvo a mi lado , {B} no
+- {B} (atacó|insultó|se burló de) {A} sin motivo
+- {B} copió a {A} (otra vez|descaradamente) y mal
+- {B} (trata|trató) fatal a {A}
+- {B} (roba|engaña|explota) a {A} y me da (rabia|asco)
+- pobre {A} , {B} es (tan|muy) {NA} con él
+- {A} merece algo mejor que {B}
+- {A} es demasiado bueno para {B}
+- {B} estropeó {A} (para todos|)
+- {A} era {PA} hasta que {B} lo (compró|estropeó|tocó)
+- {A} es lo único {PA} de {B}
+- lo único bueno de {B} es {A}
+- lo mejor de {B} es {A} , el resto {NA}
+- {A} hace soportable {B}
+- {A} salvó {B} , que era {NA}
+- vi {A} en {B} : {A} {PA} , {B} {NA}
+- a {A} lo echo de menos , a {B} no
+- a {A} lo recomiendo , a {B} no
+- {A} recomendable , {B} (ni regalado|ni loco|ni de broma)
+- {A} de lujo , {B} ni regalado
+- {B} ni regalado , {A} sin pensarlo
+- {B} ni en pintura , {A} siempre
+- {A} es de fiar , {B} no
+- de {A} nunca me canso , de {B} ya estoy harto
+- a {A} lo volvería a (votar|comprar|ver) , a {B} jamás
+- votaré a {A} porque {B} (nos miente|nos roba|es {NA})
+- {A} tiene razón y {B} no
+- {A} tiene razón , {B} (miente|se equivoca|desvaría)
+- {A} acierta , {B} se equivoca
+- estoy con {A} (y|,) no con {B}
+- estoy con {A} y contra {B}
+- todo mi apoyo a {A} (frente a|contra) {B}
+- bravo {A} , qué vergüenza {B}
+- (bien|muy bien) {A} , (mal|muy mal) {B}
+- {A} bien , {B} mal
+- {A} (bien|genial|top) y {B} (mal|fatal|regular tirando a mal)
+- el ganador es {A} , el perdedor {B}
+- {A} gana , {B} pierde , y me alegro
+- lo de {A} es {PA} , lo de {B} es {NA}
+- lo de {B} no tiene nombre , lo de {A} es de aplaudir
+- la culpa es de {B} , {A} lo hizo bien
+- {A} no tiene la culpa , la culpa es de {B}
+- {A} no tiene los problemas de {B}
+- {A} (no es tan|es menos) {NA} (como|que) {B}
+- {B} (no es tan|es menos) {PA} (como|que) {A}
+- {A} será {NA} pero {B} es mucho peor
+- {A} , a diferencia de {B} , (funciona|cumple|es {PA})
+- {B} , a diferencia de {A} , (falla|miente|es {NA})
+- todo lo contrario que {B} , {A} es {PA}
+- entre {A} y {B} , (elijo|siempre elijo|prefiero|me quedo con) {A}
+- entre {A} y {B} , {B} pierde
+- {A} es mi favorito y {B} me da (asco|pereza|rabia)
+- (basta de|no más) {B} , queremos {A}
+- cambio {B} por {A}
+- regalo mi {B} , me compré {A}
+- {B} puede irse , {A} que se quede
+- que se quede {A} y que se vaya {B}
+- a {A} (lo quiero|la quiero) , a {B} ni verlo
+- lo que gano con {A} lo pierdo con {B}
+- {A} me devuelve la fe que {B} me quitó
+- {A} lo hizo posible , {B} lo impidió
+- {B} lo prometió , {A} lo hizo
+- {B} no quiso , {A} sí
+- {B} me rechazó , {A} me dio una oportunidad
+- {B} me tiene (abandonado|harto|enfermo) , {A} me cuida
+- (buen|gran) trabajo de {A} y (mal|pésimo) trabajo de {B}
+- qué bien {A} y qué mal {B}
+- qué (grande|bueno|rico|bonito) {A} , qué (malo|feo|asco|triste) {B}
+- tan bueno {A} , tan malo {B}
+- {A} tan {PA} y {B} tan {NA}
+- {B} tan {NA} y {A} tan {PA}
+- mucho {A} y poco {B} , por favor
+- los de {A} son {PA} , los de {B} son {NA}
+- el de {A} es {PA} , el de {B} es {NA}
+- lo mejor : {A} . lo peor : {B}
+- lo peor : {B} . lo mejor : {A}
+- a favor : {A} . en contra : {B}
+- hoy toca (aplaudir|felicitar) a {A} y (abuchear|criticar) a {B}
+- orgullo de {A} , vergüenza de {B}
+- alegría por {A} , pena por {B}
+- respeto a {A} , desprecio a {B}
+- {A} gana mi voto , {B} lo pierde
+- {A} me convence , {B} no
+- {A} convence , {B} decepciona
+- {A} emociona y {B} aburre
+- {A} funciona , {B} no
+- {A} contesta , {B} no
+- {A} es honesto , {B} roba
+- {A} merece más y {B} menos
+- ni comparar {A} con {B} , {B} es {NA}
+- nada que ver {B} con {A} , {A} es {PA}
+- {B} no es ni la sombra de {A}
+- {B} no le hace sombra a {A}
+- {A} sin duda , {B} ni hablar
+- {B} , aprende de {A}
+- {B} , mira a {A} y llora
+- {B} llora , {A} ríe , y con razón
+- ya no uso {B} , con {A} (me va genial|soy feliz)
+- ya no veo {B} , ahora {A} , (mucho mejor|qué gozada)
+- por fin {A} y no {B}
+- por fin me libré de {B} , bienvenido {A}
+- {A} salvó lo que {B} hundió
+- la calidad de {A} no la tiene {B}
+- el cariño de {A} frente al desprecio de {B}
+- {A} no me falla como {B}
+- {A} no miente como {B}
+- {A} no es una estafa como {B}
00 vi a {A} y a {B} (hoy|anoche|en la tele)
00 {A} y {B} se reúnen (mañana|el lunes|en madrid)
00 {A} o {B} ?
00 {A} juega contra {B} (hoy|el domingo|a las nueve)
00 qué diferencia hay entre {A} y {B} ?
00 {A} y {B} firman un acuerdo
00 {A} entrevista a {B} (mañana|en la radio)
++ {A} y {B} son {PA}
++ me encantan {A} y {B}
++ gracias {A} y {B}
++ tanto {A} como {B} son {PA}
++ ni {A} ni {B} (decepcionan|fallan)
-- {A} y {B} son {NA}
-- odio {A} y {B}
-- ni {A} ni {B} (valen|sirven|cumplen|me gustan)
-- tanto {A} como {B} son {NA}
-- {A} y {B} , la misma (mierda|basura|estafa)
`

/** A small grammar of constructions about two entities. */
export const TWO_ENTITY_GRAMMAR = `
+- {PRAISE:A} {BUT} {BLAME:B}
-+ {BLAME:A} {BUT} {PRAISE:B}
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
-0 {BLAME:A} {AND} {FACT:B}
0+ {FACT:A} {BUT} {PRAISE:B}
0- {FACT:A} {BUT} {BLAME:B}
++ {PRAISE:A} {AND} {PRAISE:B}
-- {BLAME:A} {AND} {BLAME:B}
+- {WHILE} {PRAISE:A} , {BLAME:B}
-+ {WHILE} {BLAME:A} , {PRAISE:B}
+- {A} {BEATS} {B} {FIELD}
+- {A} (siempre|simplemente|claramente|sin duda) {BEATS} {B}
+- {A} (va a|puede|acaba de) {BEAT} {B} {FIELD}
+- {B} (fue|ha sido|está siendo) {BEATEN} por {A} {FIELD}
+- {B} {LOSES} (contra|ante|con) {A} {FIELD}
+- {A} {IS} {ADV} {CP} que {B}
+- {A} {IS} {CP} que {B} {FIELD}
+- {B} {IS} {ADV} {CN} que {A}
+- {B} {IS} {CN} que {A} {FIELD}
+- {A} tiene (mejor|más) {THING} que {B}
+- {B} tiene peor {THING} que {A}
+- el {THING} de {A} es {CP} que el de {B}
+- la {THING} de {A} es {CP} que la de {B}
+- {B} (no es|nunca fue|no será) tan {PA} como {A}
+- {A} (no es|nunca fue|no será) tan {NA} como {B}
+- {A} es (mucho|bastante|bien|muchísimo) menos {NA} que {B}
+- {B} es (mucho|bastante|bien|muchísimo) menos {PA} que {A}
+- {PERSON} (prefiere|elige|escoge|quiere) {A} (antes que|y no|en lugar de|en vez de) {B}
+- {PERSON} (odia|detesta|aguanta menos) {B} más que {A}
+- {LEFT} {B} (por|y me pasé a|y ahora uso|y me fui a) {A} {HAPPY}
+- {LEFT} {B} por {A}
+- {LEFT} {A} (por|y me pasé a|y me fui a) {B} {SORRY}
+- (me cambié|me pasé|nos mudamos) de {B} a {A} {HAPPY}
+- (me cambié|me pasé|nos mudamos) de {A} a {B} {SORRY}
+- me pasé a {A} (después de que|porque) {BLAME:B}
+- {LEFT} {B} porque {PRAISE:A}
+- (devolví|vendí|cancelé) {B} , {PRAISE:A}
+- {A} me (ayudó|salvó|atendió|devolvió el dinero) {WHEN} {B} (se negó|me ignoró|falló|no hizo nada|colgó|mintió)
+- {B} (se negó|me ignoró|falló|no hizo nada|colgó|mintió) {SO} {A} (me ayudó|salvó el día|lo arregló)
+- {A} arregló (el problema|el lío|el daño) que {B} (causó|hizo|dejó|ignoró)
+- {B} {HARMED} {A}
+- {A} {HELPED} {B}
+- a diferencia de {B} , {PRAISE:A}
+- a diferencia de {A} , {BLAME:B}
+- {PRAISE:A} , no como {B}
+- {BLAME:B} , no como {A}
+- {PRAISE:A} comparado con {B}
+- {PRAISE:A} , cosa que no (puedo decir|se puede decir) de {B}
+- esperaba que {B} fuera {PA} pero (solo|al final) {A} lo fue
+- pensaba que {B} era {PA} hasta que (probé|conocí|vi) {A}
`
