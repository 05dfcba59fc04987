/**
 * Spanish constructions of a second author: an opinion reaches its entity as subject, object or owner, by a noun, a
 * pronoun or a question. See `../two-entities.ts` for the notation.
 */
export const MORE_TWO_ENTITIES = `
+- {A} es {PN} , {B} es {NN}
+- {A} , {PN} . {B} , {NN}
+- {B} es {NN} y {A} {PN}
+- {A} me parece {PN} y {B} {NN}
+- para mí {A} es {PN} y {B} {NN}
+- {A} {PV} , {B} {NV}
+- {B} {NV} , {A} {PV}
+- {B} {NV} , menos mal que {A} {PV}
+- cuando {B} {NV} , {A} {PV}
+- {A} siempre {PV} , {B} siempre {NV}
+- mientras {B} {NV} , {A} {PV}
+- creía que {B} {PV} y resulta que {NV} . {A} en cambio {PV}
+- decían que {A} {NV} y resulta que {PV} . {B} en cambio {NV}
+- el {THING} de {A} , {PA} . el de {B} , {NA}
+- qué {PA} es {A} y qué {NA} es {B}
+- {A} me parece {PA} , {B} no tanto , más bien {NA}
+- a {A} le doy un (diez|sobresaliente) , a {B} un (cero|suspenso)
+- a {A} lo (admiro|respeto|sigo|apoyo) , a {B} lo (desprecio|bloqueo|silencio|critico)
+- (admiro|respeto|apoyo|defiendo) a {A} , (desprecio|critico|temo|rechazo) a {B}
+- mis (padres|hijos|amigos|vecinos) (adoran|recomiendan|prefieren) {A} y (odian|evitan|critican) {B}
+- la gente (quiere|aplaude|apoya) a {A} y (abuchea|rechaza|teme) a {B}
+- he probado los dos : {A} {PA} , {B} {NA}
+- he probado los dos . primero {B} : {NA} . después {A} : {PA}
+- de los dos , {A} es {PA} y {B} {NA}
+- {A} y {B} no se parecen : uno es {PA} y el otro {NA}
+- {A} y {B} , el primero {PA} , el segundo {NA}
+- {B} y {A} , la cruz y la cara
+- {A} es la cara y {B} la cruz
+- {A} es {PA} , ojalá pudiera decir lo mismo de {B}
+- {A} no es {NA} , {B} sí
+- {B} no es {PA} , {A} sí
+- {A} nunca {NV} , {B} sí
+- por {A} cruzo el (mundo|país|océano) , por {B} ni la calle
+- por {A} espero horas , por {B} ni un minuto
+- a {B} no se lo deseo a nadie , a {A} se lo deseo a (todos|mis amigos)
+- quédate con {B} , yo me llevo {A}
+- me ganó {A} y me perdió {B}
+- {B} perdió un (cliente|votante|lector) , {A} lo ganó
+- {A} nos alegró la noche que {B} había (amargado|arruinado|estropeado)
+- llegamos gracias a {A} y a pesar de {B}
+- gracias a {A} y no gracias a {B}
+- flores para {A} , tomates para {B}
+- un abrazo a {A} y un (tirón de orejas|zasca) a {B}
+- {A} a hombros y {B} entre pitos
+- contratad a {A} y despedid a {B}
+- {A} titular y {B} al banquillo , por favor
+- {A} (presidente|alcaldesa) , {B} a la oposición
+- {A} me alegra los lunes , {B} me amarga los viernes
+- {A} es viernes , {B} es lunes
+- {A} es sol , {B} es tormenta
+- {A} es medicina , {B} es veneno
+- {A} es poesía , {B} es ruido
+- {A} es casa , {B} es cárcel
+- {A} 😍 {B} 🤮
+- {A} 👏👏 {B} 👎
+- {A} ✅ {B} ❌
+- yo con {A} : 😊 yo con {B} : 😡
+- {A} más , {B} menos
+- gana {A} , gana el fútbol . gana {B} , pierde
+- {B} ganó (la copa|el premio|las elecciones) pero {A} ganó mi corazón
+- {A} perdió jugando {PA} , {B} ganó jugando sucio
+- qué injusto que {B} gane a {A}
+- me duele que {A} pierda contra {B} , que es {NA}
+- {B} cobra más que {A} y rinde la mitad
+- {A} cuesta la mitad que {B} y dura el doble
+- lo que {B} hace en diez días {A} lo hace en uno
+- {B} puso el problema y {A} la solución
+- {B} encendió el fuego y {A} lo apagó
+- {B} mandó un robot , {A} mandó a un técnico
+- {B} puso excusas , {A} puso soluciones
+- {B} prometió la luna , {A} la trajo
+- {B} habla , {A} hace
+- menos {B} y más {A}
+- hacen falta más (empresas|políticos|equipos) como {A} y menos como {B}
+- sé como {A} , no seas como {B}
+- bien por {A} (por denunciar|por plantarse ante|por dejar) {B}
+- {B} le debe una disculpa a {A}
+- {B} no se merece a {A}
+- {A} vale mucho más que {B}
+- {A} está desperdiciado en {B}
+- sin {A} {B} no sería nada
+- quita a {A} y {B} se hunde
+- {B} sin {A} da pena
+- gracias a {B} aprendí a valorar {A}
+- hasta que no usé {B} no supe lo {PA} que era {A}
+- hoy he descubierto {A} : adiós para siempre , {B}
+- cuánto echo de menos {A} desde que tengo {B}
+- qué descanso {A} después de {B}
+- qué castigo {B} después de {A}
+- ni un día más con {B} , me paso a {A}
+- {B} me dio largas , {A} me dio trabajo
+- {A} me salva de {B} cada día
+- compro {A} , vendo {B}
+- {A} en bolsa sube y se lo merece , {B} se desploma y se lo merece
+- con {A} se come {PA} , con {B} se pasa hambre
+- en {A} te tratan como a un rey , en {B} como a un número
+- en {A} sonríen , en {B} gruñen
+- canta {A} y se me eriza la piel , canta {B} y me tapo los oídos
+- con {A} lloré de emoción , con {B} de aburrimiento
+- el libro de {A} lo devoré , el de {B} lo abandoné
+- vuelve {A} , vete {B}
+- {A} te quiero , {B} te odio
++ {A} {PV} y {B} también
++ {A} es {PN} y {B} también
++ (admiro|quiero|apoyo) a {A} y a {B}
++ {A} 😍 {B} 😍
++ qué suerte tener a {A} y a {B}
++ gane quien gane , {A} o {B} , yo feliz
++ {A} es {PA} y {B} todavía más
++ enhorabuena a {A} y a {B}
++ qué buena pareja hacen {A} y {B}
-- {A} {NV} y {B} también
-- {A} es {NN} y {B} otro tanto
-- (desprecio|rechazo|critico) a {A} y a {B}
-- {A} 👎 {B} 👎
-- gane quien gane , {A} o {B} , perdemos todos
-- {A} es {NA} y {B} todavía más
-- vaya par {A} y {B} , a cual más {NA}
-- harto de {A} y de {B}
-- ni con {A} ni con {B} , todos mienten
00 {A} y {B} acuerdan (verse|hablar) (hoy|el martes)
00 {A} abre (tienda|oficina) cerca de {B}
00 {A} patrocina a {B}
00 de {A} a {B} hay (dos horas|noventa km)
00 {A} trabajó en {B} antes de (2010|irse a lima)
00 {A} responde a {B} en (la radio|el congreso|una carta)
00 leyendo sobre {A} y {B}
00 {A} y {B} comparten (sede|grupo|cartel)
00 mañana {A} , pasado {B}
00 (ruedas de prensa|entrevistas) de {A} y {B} a las doce
00 es de {A} o de {B} ?
00 {A} cita a {B} en su informe
+0 {A} {PV} , lo vi en {B}
+0 {A} es {PN} , lo contó {B}
+0 {A} estuvo {PA} en {B}
+0 compré {A} en {B} y es {PA}
+0 viendo {A} en {B} , {PA}
+0 camino de {B} con {A} , que {PV}
+0 {B} entrevista a {A} , {PN}
-0 {A} {NV} , lo vi en {B}
-0 {A} es {NN} , lo contó {B}
-0 {A} estuvo {NA} en {B}
-0 compré {A} en {B} y es {NA}
-0 viendo {A} en {B} , {NA}
-0 camino de {B} con {A} , que {NV}
-0 {B} entrevista a {A} , {NN}
0+ según {A} , {B} viene hoy . {PA} {B}
0- según {A} , {B} subirá el precio otra vez , {NN}
0+ {A} pregunta por {B} : {PN}
0- {A} pregunta por {B} : {NN}
`

export const MORE_NEGATION = `
+ {X} no {NV}
+ {X} nunca {NV}
+ {X} jamás {NV}
+ {X} no es {NN}
+ {X} ya no es {NN}
+ ni un solo (fallo|retraso|problema|pero) con {X}
+ no le encuentro (fallos|defectos|pegas) a {X}
+ no he visto nada {NA} en {X}
+ no diría que {X} es {NA}
+ nadie puede decir que {X} es {NA}
+ sería injusto llamar {NA} a {X}
+ pensaba que {X} sería {NA} y qué sorpresa
+ esperaba algo {NA} de {X} y me equivoqué
+ fui a {X} sin ganas y salí encantado
+ no creía en {X} , ahora soy fan
+ antes odiaba {X} , ahora lo adoro
+ antes no aguantaba a {X} , ahora me encanta
+ contra lo que dicen , {X} no es {NA}
+ no sabéis lo {PA} que es {X}
+ no hay palabras para lo {PA} que es {X}
+ no se puede ser más {PA} que {X}
+ pocas cosas tan {PA} como {X}
+ {X} no me hizo esperar
+ {X} no me cobró (de más|nada de más)
+ no me aburrí (ni un minuto|nada) con {X}
+ no tengo más que (elogios|buenas palabras) para {X}
- {X} no {PV}
- {X} nunca {PV}
- {X} jamás {PV}
- {X} no es {PN}
- {X} ya no es {PN}
- ni (una sonrisa|una disculpa|una respuesta|un gracias) de {X}
- no he visto nada {PA} en {X}
- no diría que {X} es {PA}
- nadie puede decir que {X} es {PA}
- sería mentir llamar {PA} a {X}
- pensaba que {X} sería {PA} y qué chasco
- esperaba algo {PA} de {X} y me equivoqué
- fui a {X} con ilusión y salí enfadado
- creía en {X} , ya no
- antes adoraba {X} , ahora no lo aguanto
- antes me encantaba {X} , ahora (lo odio|es {NA}|ni verlo)
- contra lo que dicen , {X} no es {PA}
- no sabéis lo {NA} que es {X}
- no hay palabras para lo {NA} que es {X}
- no se puede ser más {NA} que {X}
- pocas cosas tan {NA} como {X}
- {X} ni siquiera (contestó|pidió perdón|lo intentó)
- {X} no (me dejó|dejó) (entrar|hablar|pagar)
- no pienso (volver a|pagar|votar a) {X}
- no entiendo qué le veis a {X}
- no sé qué tiene de {PA} {X}
- {X} {PA} ? no me hagas reír
- {X} {PA} ? desde cuándo
- a ver si {X} (mejora|contesta|cumple) de una vez
- ya es hora de que {X} (mejore|conteste|cumpla|dimita)
- sigo esperando que {X} (conteste|cumpla|me pague)
- gracias {X} por (nada|hacerme perder el día|no contestar)
- genial , {X} se ha (caído|colgado) otra vez
0 no tengo (opinión|ni idea) sobre {X}
0 aún no sé qué pensar de {X}
0 no recuerdo si {X} era {PA} o {NA}
0 {X} no ha dicho (cuándo|dónde) (abre|será|empieza)
0 no he (podido ver|visto) {X} (hoy|todavía)
0 alguien me dice si {X} es {PA} o {NA} ?
0 {X} no (empieza|sale|se vende) hasta (mayo|el lunes|las ocho)
0 nadie sabe cuándo (vuelve|sale|llega) {X}
+ mi (jefe|madre|vecina) dice que {X} {NV} . conmigo {PV}
- mi (jefe|madre|vecina) dice que {X} {PV} . conmigo {NV}
+ tanta crítica a {X} y es {PN}
- tanto elogio a {X} y es {NN}
0 (el periódico|la ministra|un testigo) dice que {X} {PV}
0 (el periódico|la ministra|un testigo) dice que {X} {NV}
0 (un crítico|el entrenador) llamó {PA} a {X}
0 (un crítico|el entrenador) llamó {NA} a {X}
0 a mi (madre|jefe) le gusta {X} , yo no lo conozco
0 a mi (madre|jefe) no le gusta {X} , yo no lo conozco
`

/** Facts that name an entity, as newspapers and feeds write them. */
export const MORE_FACT = `
{X} presenta (su informe|el nuevo horario|su programa) (hoy|mañana|el martes)
(hoy|mañana) se (juega|celebra|estrena) {X}
ya está (disponible|publicado) el (vídeo|resumen|audio) de {X}
así (fue|será) {X} (en directo|minuto a minuto|)
(sigue|seguimos) en directo {X} : <url>
últimas noticias (sobre|de) {X} <url>
(todo lo que|lo que) (sabemos|hay que saber) (de|sobre) {X}
(fotos|vídeo|datos|mapa) de {X} : <url>
{X} (cumple|cumplió) (diez|cien) años
{X} (se trata|se hablará) (mañana|esta tarde) en (la radio|el pleno|clase)
(a qué hora|en qué canal) (es|dan|ponen) {X} ?
quién (viene|va|estuvo) (hoy|mañana|ayer) (a|en) {X} ?
nuevo capítulo de {X} (hoy|esta noche|el domingo)
(en el bar|en clase|en casa) hablando de {X}
{X} (alcanza|suma|registra) (mil|dos mil|un millón de) (visitas|socios|votos)
el (gobierno|ayuntamiento|club) (informa|responde) sobre {X}
(hilo|artículo|entrevista|encuesta) sobre {X}
{X} y (el resto|los demás) llegan (el lunes|a las seis)
`

export const MORE_SLOTS: Readonly<Record<string, string>> = {
  PN: `
un ejemplo|un regalo|un tesoro|un héroe|una heroína|un genio|un acierto|una alegría|una suerte|una bendición|un maestro
un éxito|un descubrimiento|un alivio|una delicia|un lujo|una gozada|un milagro|una apuesta segura|un orgullo|un sol|un cielo
gente seria|gente honrada|todo corazón|una obra de arte|un placer|la mejor noticia|una garantía|un amigo de verdad|una fiesta`,
  NN: `
un peligro|una plaga|un castigo|un ladrón|un mentiroso|un cobarde|un traidor|un fracaso|un engaño|una decepción|una condena
un escándalo|un error|un lastre|una tortura|un suplicio|un bodrio|una ruina|una trampa|una pesadez|un mal ejemplo|una amenaza
gente sin escrúpulos|pura fachada|puro humo|un insulto|un horror|la peor noticia|un riesgo|un enemigo|un funeral|un dolor de cabeza`,
  PV: `
cumple|funciona|ayuda|escucha|responde enseguida|acierta|emociona|convence|enamora|alegra la vida|da la cara|cuida los detalles
dice la verdad|paga bien|crea empleo|respeta a la gente|resuelve los problemas|juega limpio|llega a tiempo|vale la pena
hace reír|mejora cada día|da confianza|merece el éxito|piensa en los demás|sabe lo que hace|lo da todo|cura|une a la gente`,
  NV: `
falla|miente|engaña|roba|nunca responde|se equivoca|aburre|decepciona|cansa|amarga la vida|se esconde|descuida todo|destruye empleo
oculta la verdad|paga una miseria|despide a la gente|insulta a la gente|crea problemas|juega sucio|llega tarde|es tirar el dinero
hace llorar|empeora cada día|da miedo|merece perder|solo piensa en sí mismo|no sabe lo que hace|pasa de todo|contamina|divide a la gente`,
}
