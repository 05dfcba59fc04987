/** Words and phrases that fill the slots of Spanish constructions; see `../words.ts`. */
export const SLOTS: Readonly<Record<string, string>> = {
  PA: `
bueno|buena|buenísimo|buenísima|genial|excelente|estupendo|estupenda|maravilloso|maravillosa|precioso|preciosa|bonito
bonita|cómodo|cómoda|rápido|rápida|fiable|divertido|divertida|delicioso|riquísimo|rica|amable|honesto|honesta|limpio
limpia|brillante|impresionante|increíble|espectacular|perfecto|perfecta|magnífico|magnífica|chulo|chula|guay|cojonudo
una maravilla|una joya|una pasada|lo mejor|lo máximo|de diez|de lujo|top|bacán|chévere|padrísimo|buena onda|útil|serio
seria|generoso|generosa|elegante|encantador|encantadora|sensacional|de primera|mejor que nunca|un acierto|un placer`,
  NA: `
malo|mala|malísimo|malísima|horrible|pésimo|pésima|penoso|penosa|lamentable|horroroso|horrorosa|feo|fea|lento|lenta|caro
cara|carísimo|cutre|aburrido|aburrida|asqueroso|asquerosa|sucio|sucia|inútil|ridículo|ridícula|vergonzoso|vergonzosa
insoportable|decepcionante|mediocre|soso|sosa|falso|falsa|mentiroso|mentirosa|borde|grosero|grosera|tramposo|corrupto
una basura|una mierda|una porquería|una estafa|un asco|un desastre|un timo|un fraude|una vergüenza|una tomadura de pelo
una pesadilla|lo peor|de pena|de risa|un robo|un chasco|cruel|injusto|injusta|incómodo|incómoda|inaguantable|fatal`,
  CP: `
mejor|más rápido|más rápida|más barato|más barata|más bonito|más bonita|más cómodo|más cómoda|más divertido|más divertida
más fiable|más seguro|más segura|más útil|más honesto|más honesta|más limpio|más amable|más rico|más guay|más serio
más elegante|menos aburrido|menos aburrida|menos lento|menos malo|más listo|más lista|más potente|más práctico`,
  CN: `
peor|más lento|más lenta|más caro y peor|más feo|más fea|más aburrido|más aburrida|más incómodo|más incómoda|más sucio
menos fiable|menos divertido|menos divertida|menos útil|más borde|más cutre|más soso|más sosa|más falso|más corrupto
menos honesto|menos honesta|más inútil|más pesado|más pesada|más tonto|más complicado`,
  ADV: 'mucho|muchísimo|bastante|infinitamente|claramente|sin duda|de verdad|mil veces|siempre|incluso|todavía|aún|un poco',
  IS: 'es|era|fue|está|parece|sale|suena|me parece|se ve|ha salido|resultó|siempre será|siempre ha sido',
  BUT: 'pero|mientras que|en cambio|, en cambio ,|, pero|, mientras que|,|.|y|;|aunque|...|!|. sin embargo|, por el contrario|. eso sí ,|, y|y en cambio',
  AND: 'y|,|.|;|...|!|, y|mientras',
  WHILE: 'mientras|aunque|si bien|a pesar de que|mientras que',
  FIELD:
    '|| en todo| de calle| de largo| sin esfuerzo| en {THING}| en todos los aspectos| otra vez| siempre| por {THING}',
  THING:
    'servicio|batería|pantalla|cámara|sonido|diseño|precio|soporte|equipo|programa|público|comida|personal|música|voz|defensa|plan|calidad|red|entrega|café|menú|guion|historia|trato|atención',
  PERSON:
    'yo|mi mujer|mi marido|la gente|mi hermana|aquí todo el mundo|mi madre|cualquiera|mi equipo|mi padre|mi vecino',
  BEATS:
    'gana a|supera a|machaca a|destroza a|arrasa a|humilla a|barre a|se come a|le da mil vueltas a|le da cien patadas a|le pega un baño a|aplasta a|deja en ridículo a|le saca mucha ventaja a|vence a|derrota a|fulmina a',
  BEAT: 'ganar a|superar a|machacar a|destrozar a|arrasar a|humillar a|barrer a|comerse a|aplastar a|vencer a|derrotar a',
  BEATEN: 'superado|machacado|destrozado|arrasado|humillado|barrido|aplastado|vencido|derrotado|ridiculizado',
  LOSES: 'pierde|perdió|está perdiendo|ha perdido|siempre pierde|solo puede perder',
  LEFT: 'dejé|he dejado|cambié|abandoné|me fui de|me voy de|me di de baja de|cancelé|borré|desinstalé|vendí|tiré|me cansé de|devolví',
  HAPPY:
    ', qué alegría|y es {PA}|y me encanta|, sin arrepentirme|, la mejor decisión|y tan feliz|:)|, mucho {CP}|, qué alivio|y se nota|, tenía que haberlo hecho antes|, por fin|, y encantado|, y encantada',
  SORRY:
    ', qué error|y me arrepiento|y es {NA}|, en mala hora|, nunca más|:(|, la peor decisión|, en qué estaría pensando|y quiero volver|, mucho {CN}|y ya lo echo de menos',
  WHEN: 'cuando|después de que|porque|aunque|mientras',
  SO: 'así que|, menos mal que|, pero|, entonces|y|, por suerte',
  HARMED:
    'mintió sobre|robó a|engañó a|estafó a|traicionó a|insultó a|arruinó a|copió a|atacó a|maltrató a|amenazó a|se burló de|calumnió a',
  HELPED: 'nos protege de|me salvó de|me libró de|me avisó de|denunció a|desenmascaró a|frenó a|protege a la gente de',
}

/** Clauses about one entity, in the same notation. */
export const PRAISE = `
{X} funciona (genial|de maravilla|perfectamente|a la perfección|sin problemas)
{X} me (salvó|ha salvado|alegró|ha alegrado) (la vida|el día|la tarde|la semana)
{X} (mola|mola mucho|mola mogollón|lo peta|lo borda|la rompe|no falla nunca|nunca decepciona)
{X} (lo ha clavado|lo clavó|se ha salido|se salió|ha estado enorme|ha estado sembrado)
{X} me (hace feliz|hace sonreír|pone de buen humor|hace reír)
(adoro|quiero|amo|admiro) a {X}
(adoro|amo) {X}
me (gusta|encanta|fascina|flipa|chifla) {X}
me gusta (mucho|muchísimo) {X}
cómo me gusta {X}
qué (grande|bueno|buena|crack|bien) {X}
qué {PA} (es|está|fue) {X}
{X} (es|está|fue|era|sale) {PA}
{X} es (muy|tan|realmente|súper||) {PA}
{X} me parece {PA}
(encantado|encantada|contento|contenta|feliz|contentísimo) con {X}
(gracias|mil gracias|muchas gracias) {X} (por todo|por la ayuda|por ser así|)
gracias a {X} (todo salió bien|tengo trabajo|llegamos a tiempo|estamos a salvo)
(el servicio|la atención|el trato|el personal) de {X} (es|fue|ha sido) {PA}
(recomiendo|os recomiendo|les recomiendo) {X}
{X} (se merece|merece) (un premio|un aplauso|todo lo bueno|ganar)
(orgulloso|orgullosa|orgullo) de {X}
lo pasamos (genial|de lujo|de miedo|bárbaro) con {X}
{X} me (arregló|solucionó|resolvió) (el problema|la avería|la factura) (al momento|en minutos|gratis)
{X} cada día (mejora|está mejor|me gusta más)
soy (muy fan|fan|superfan|hincha) de {X}
{X} me ha (conquistado|enamorado|convencido|ganado|sorprendido para bien)
(enhorabuena|felicidades|felicitaciones|bravo|olé|ole) (a|por|) {X}
(enhorabuena|felicidades) {X}
(viva|arriba|vamos|aúpa|grande|bien por) {X}
{X} es (mi favorito|mi favorita|un ejemplo|el mejor|la mejor|un héroe|un orgullo)
{X} es lo mejor (que me ha pasado|del mundo|del año|de la tele)
(deseando|muero de ganas de|qué ganas de) (ver|probar|volver a) {X}
me alegro (mucho|un montón|tanto) por {X}
{X} (jugó|cantó|habló|estuvo) (muy bien|genial|de maravilla|increíble)
{X} trata (bien|con respeto|con cariño) a la gente
(buen|gran|excelente) trabajo (de|el de) {X}
{X} (cumplió|cumple) (su palabra|lo prometido|con creces)
{X} vale (la pena|mucho la pena|cada euro|cada peso|lo que cuesta)
{X} (llegó|llega|entrega) (a tiempo|puntual|antes de lo previsto)
{X} me (devolvió el dinero|atendió enseguida|contestó al minuto|trató como a una reina)
(todo|la comida|el café|la música|el ambiente) en {X} (es|estaba|estuvo) {PA}
el nuevo {X} es {PA}
mi {X} (funciona como el primer día|es una joya|no falla|dura todo el día)
no cambio {X} por nada
{X} (tiene|tenía) (razón|toda la razón)
{X} (es|fue) un (acierto|lujo|placer|éxito|regalo|espectáculo)
{X} (nos representa|dice la verdad|da la cara|lucha por nosotros)
{X} (piensa en la gente|defiende a los trabajadores|cuida a sus clientes)
{X} (me emociona|me inspira|me da esperanza|me da alegría)
ojalá todos (fueran como|trabajaran como) {X}
apoyo a {X} (a muerte|siempre|sin dudar)
confío (en|mucho en|plenamente en) {X}
bien hecho {X}
{X} está en (gran forma|su mejor momento)
me quedo con {X} (siempre|sin dudarlo|)
{X} sabe (a gloria|riquísimo|de maravilla)
(aplausos|respeto|un diez|matrícula de honor) (para|a) {X}
qué (bonito|rico|divertido|lindo|emocionante) lo de {X}
{X} (rifa|está cañón de bueno|es la onda|es un golazo|es lo máximo)
me late (mucho|un montón|) {X}
me la paso (padrísimo|bomba|increíble) con {X}
{X} (anda|está) (volando|que se sale|a tope)
(un crack|un fenómeno|una reina|un maestro|un sol|una estrella) {X}
lo de {X} es (arte|magia|amor|otro nivel|una barbaridad de bueno)
{X} (acertó|convenció|emocionó|triunfó|ganó) (anoche|otra vez|con justicia|)
{X} (me sacó una sonrisa|me hizo llorar de alegría|me llena de orgullo)
vuelvo a {X} (encantado|mañana mismo|siempre que puedo)
{X} (escucha|explica|responde|soluciona) (bien|siempre|con educación)
(ya quiero|ya quisiera) ver a {X} otra vez
qué suerte tener a {X}
{X} es (gente buena|de los míos|todo corazón|un ejemplo para todos)
(besos|un abrazo|mucho ánimo|suerte|todo mi cariño) (a|para) {X}
{X} se lo (curra|trabaja) (mucho|como nadie)
{X} ha hecho un (gran trabajo|trabajo excelente|partidazo|discursazo)
{X} huele (a flores|de maravilla) y es {PA}
la mejor (compra|visita|tarde|noticia) : {X}
con {X} (todo es más fácil|me siento en casa|me río mucho)
da gusto (con|ver a|escuchar a|hablar con) {X}
{X} mejora (la vida|el mundo|el barrio)
`

export const BLAME = `
{X} (se ha roto|se colgó|no funciona|ha petado|se ha caído|falló|murió) (otra vez|de nuevo|hoy|)
{X} me perdió (el paquete|la maleta|el pedido|los datos)
{X} me (cobró de más|ignoró|insultó|timó|estafó|mintió|dejó plantado|dejó tirado|bloqueó)
{X} (apesta|da asco|da pena|da vergüenza|da grima|da miedo|deja mucho que desear|cansa)
(odio|detesto|aborrezco) {X}
(odio|detesto) a {X}
no (soporto|aguanto|trago) a {X}
(harto|harta|cansado|cansada|hasta las narices|hasta el gorro) de {X}
{X} (es|está|fue|era|sale) {NA}
{X} es (muy|tan|realmente|súper||) {NA}
{X} me parece {NA}
qué {NA} (es|está|fue) {X}
qué (asco|vergüenza|pena|desastre|horror|timo|decepción) {X}
qué (asco|pena|vergüenza) (de|me da) {X}
vaya (mierda|timo|robo|basura|porquería|desastre|fiasco) (de|con) {X}
{X} me robó (el dinero|la idea|el tiempo|una hora)
(indignado|indignada|enfadado|enfadada|cabreado|furioso|molesto) con {X}
{X} (arruinó|estropeó|fastidió|jodió) (todo|mi día|el viaje|la fiesta)
(el servicio|la atención|el trato|el personal) de {X} (es|fue|ha sido) {NA}
(no vayan|no vayáis|ni se os ocurra ir) a {X}
{X} me hizo perder (la mañana|el tiempo|el dinero|dos horas)
me arrepiento de (comprar|probar|elegir|votar a) {X}
{X} borró mi (cuenta|perfil|trabajo)
lo pasamos (fatal|muy mal|de pena) con {X}
{X} cada día (empeora|está peor|me gusta menos)
{X} no (contesta|responde|atiende|ayuda|cumple|escucha|sirve|vale nada|da una)
(paso|me despido|hasta nunca) de {X}
{X} debería (avergonzarse|dimitir|cerrar|pedir perdón|irse a casa)
{X} me ha (decepcionado|fallado|defraudado|engañado|mentido)
{X} nos (roba|miente|engaña|toma el pelo|estafa|hunde|ahoga)
{X} es (el peor|la peor|lo peor|un mentiroso|un ladrón|una vergüenza|un inútil)
{X} me (pone enfermo|pone de los nervios|saca de quicio|amarga la vida|da dolor de cabeza)
(fuera|abajo|muera|largo|basta de|ni una más de) {X}
{X} a la (cárcel|calle|basura|mierda|hoguera)
(qué mal|muy mal|fatal) {X}
{X} (canceló|retrasó) (mi vuelo|el pedido|el concierto|la cita) (otra vez|)
{X} se niega a (ayudar|pagar|contestar|dar la cara)
a {X} solo le importa (el dinero|el poder|la foto)
{X} trata (mal|fatal|como basura) a la gente
{X} (jugó|cantó|habló|estuvo) (muy mal|fatal|de pena|horrible)
{X} (incumplió|rompió|olvidó) (su palabra|lo prometido|sus promesas)
{X} no vale (la pena|nada|un euro|un peso|lo que cuesta)
{X} (llegó|llega|entrega) (tarde|dos horas tarde|roto|cuando quiere)
{X} me (colgó el teléfono|tuvo una hora esperando|dio gato por liebre|trató fatal)
(todo|la comida|el café|la música|el ambiente) en {X} (es|estaba|estuvo) {NA}
el nuevo {X} es {NA}
mi {X} (no enciende|se calienta|va fatal|murió al mes|se cuelga)
{X} (no tiene razón|no sabe lo que dice|no se entera|no tiene vergüenza)
{X} (es|fue) un (fracaso|error|robo|suplicio|bodrio|engaño|peligro)
{X} (nos lleva a la ruina|recorta en todo|vive de nosotros|protege a los corruptos)
{X} (desprecia a la gente|se ríe de los trabajadores|abandona a sus clientes)
{X} (me aburre|me duerme|me da rabia|me da asco|me deprime)
nadie (aguanta|soporta|quiere) a {X}
por culpa de {X} (perdimos|llegamos tarde|no hay trabajo|todo salió mal)
no (confío|creo) en {X}
{X} está (acabado|acabada|en las últimas|de capa caída|podrido)
{X} sabe (a rayos|fatal|a plástico)
(abucheos|un cero|suspenso|tarjeta roja) (para|a) {X}
{X} (destroza|empeora|ensucia) (la ciudad|el país|el barrio|todo)
qué (feo|triste|aburrido|penoso|vergonzoso) lo de {X}
{X} (vale madres|da hueva|es un fiasco|es un pelmazo|es infumable)
me cae (mal|fatal|pésimo|gordo) {X}
me la pasé (horrible|fatal) con {X}
{X} (anda|está) (por los suelos|de mal en peor|a la deriva|hecho un desastre)
(un inútil|un chorizo|un impresentable|un payaso|un caradura|un sinvergüenza) {X}
lo de {X} es (de juzgado|un insulto|un escándalo|de locos|para llorar)
{X} (falló|aburrió|fracasó|mintió|perdió) (anoche|otra vez|como siempre|)
{X} me (sacó de mis casillas|dejó sin nada|hizo llorar de rabia|llena de vergüenza)
no vuelvo a {X} (jamás|en mi vida|ni aunque me paguen)
{X} (ni escucha|ni explica|ni responde|ni soluciona) nada
(ya no quiero|no quiero) ver a {X} nunca más
qué cruz con {X}
{X} es (mala gente|un peligro público|todo mentira|un mal ejemplo)
que (se vaya|dimita|cierre|pague) {X}
{X} se lo (lleva crudo|roba todo)
{X} ha hecho un (ridículo|trabajo pésimo|partido horrible|discurso lamentable)
{X} huele (a podrido|mal) y es {NA}
la peor (compra|visita|tarde|noticia) : {X}
con {X} (todo son problemas|me aburro|pierdo el tiempo)
menudo (desastre|fraude|rollo|cuento) {X}
`

export const FACT = `
vi a {X} en las noticias
{X} abre a las (nueve|diez|ocho)
(está|sale|llega) {X} (en chile|hoy|esta noche|a méxico) ?
hoy estoy con {X}
{X} (anunció|convoca|anuncia) una reunión (el viernes|el lunes|la semana que viene)
mi (hermano|prima|padre|vecino) trabaja en {X}
alguien (por aquí en|de) {X} ?
{X} publica su informe (mañana|el martes)
{X} está (en la tres|en la esquina|en el centro)
(cuándo|dónde) (empieza|abre|juega) {X} ?
voy (camino de|a|hacia) {X}
{X} tiene (nuevo logo|nueva oficina|nueva web|director nuevo)
{X} dice que (decidirá|votará|publicará) (el mes que viene|el jueves)
(viendo|leyendo sobre|hablando de|escuchando a) {X} (ahora|)
{X} se (muda|traslada) (a otro edificio|a lima|a la segunda planta)
{X} (envía|reparte|vuela) a (canarias|españa|bogotá) ?
cuál es (el teléfono|la dirección|el horario) de {X} ?
{X} (se reúne|juega|actúa) (a las ocho|mañana|el domingo)
{X} contrató a veinte personas (el año pasado|este mes)
acabo de (abrir|instalar|ver|llegar a) {X}
{X} (salió|sale) en la (radio|portada|lista) (hoy|ayer|)
{X} (empieza|termina|vuelve) (a las seis|el mes que viene|en junio)
{X} tiene trescientos empleados
(leí|escribí) un artículo sobre {X}
{X} (habla|comparece|declara) (esta noche|el jueves|en el congreso)
{X} viaja a (bruselas|quito|sevilla) (mañana|)
según {X} (la reunión es el lunes|el plazo acaba mañana)
entrevista a {X} en (la ser|el país|la radio)
{X} y {PERSON} hablaron del tiempo
`

/** Openings and endings of made tweets, one a line. */
export const OPENINGS = `
la verdad
sinceramente
en mi opinión
jaja
jajaja
uf
bueno
oye
<user>
hoy
sí ,
madre mía
en serio
dato :
por cierto ,
a ver ,
para mí ,
`

export const ENDINGS = `
jajaja
la verdad
en mi opinión
!
!!
.
...
<url>
hoy
sin duda
jaja
eso es todo
en serio
punto
digo yo
`
