/**
 * Words of English and Spanish that people write in lower case inside a sentence: at least eight times as often as with a
 * capital. Counted in some 500,000 public tweets, messages and reviews; docs/decisions/073 says how.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
aa abajo abandon abandona abandonada abandonado abandonan abandonar abandoned abandoning abandono abertzale abierta
abiertas abierto abiertos abilities ability abit able abnormal aboard abogada abogado abordar abortion abortions
aborto abou about above abrazarte abrazo abrazos abre abren abrir abroad absence absent absolución absoluta
absolutamente absolute absolutely absoluto abstención abstiene absurd absurdo abt abuela abuelo abuelos abundante
aburrida aburrido abuse abused abusers abusing abusive abuso abusos abysmal aca acaba acabado acabamos acaban acabar
acabaron acabará acabas acabe acaben acabo acabó acaso acc acceder accent accents accept acceptable acceptance
accepted accepting accepts acceso access accessibility accessible accessing accessories accessory accident
accidentally accidente accidents acciones acción accommodate accommodation accomodating accompanied accompany
accomplish accomplished accomplishment accomplishments according accordingly account accountability accountable
accounting accounts acct accuracy accurate accurately accusation accusations accuse accused accuses accusing
accustomed aceite acento acepta aceptable aceptado aceptar acerca acertada acertado acha ache aches achieve achieved
achievement achievements achieving aching achy acid acierto acknowledge acknowledged acknowledging acne acogedor
acompañado acompañar acompañe acondicionado acontecimientos acordado acordar acorde acoso acostumbrados acoustic
acquire acquired acquisition acreedores across act acted acting action actions actitud activa activate activated
active actively actividad actividades activism activist activista activists activities activity activo activos acto
actor actores actors actos actress acts actuaciones actuación actual actuales actualidad actualizar actually
actualmente actuar actúa acudir acuerda acuerdas acuerdo acuerdos acusa acusaciones acusación acusado acusados acusan
acusar acá ad adapt adapter add added addict addicted addicting addiction addictive adding addition additional
additions address addressed addresses addressing adds adecuada adecuado adelanta adelante adelanto ademas además
adequate adiós adjust adjusted adjusting adjustment administer administered administering administration
administrators admiración admiration admire admiring admiro admission admit admite admitir admits admitted admitting
adoctrinamiento adolescente adolescentes adolescents adopt adopted adoption adorable adore adoro adrenaline ads adult
adulto adultos adults advance advanced advances advancing advantage advantages adventure adventures adverse advert
advertise advertised advertisement advertisements advertisers advertising advice advise advised adviser advising
advisor advisory advocate advocating aerial aesthetic aesthetics af afecta afectados afectar afecto affair affairs
affect affected affecting affection affects affiliate affiliated affluent afford affordable aficionados afición
afiliados afines afk afraid afrontar aft after aftermath afternoon afterwards afuera again against age aged agencias
agencies agency agenda agent agente agentes agents ages aggravated aggression aggressive aggressively aging ago agora
agradable agradece agradecer agradecimiento agradezco agree agreed agreeing agreement agrees agresiones agresiva
agresión agua aguanta aguantar aguanto aguas agusto aha ahaha ahead ahh ahhh ahi ahora ahorita ahorrar ahorro ahí aid
aide aides aiding aim aimed aiming aims ain aint air aire aired airing airline airplane airport airports airstrikes
aisle ajena ajeno ajustar ajuste ajustes aka ako al ala alarm alarma alarming alas alberga album albums alcaldía
alcance alcanza alcanzar alcohol alcoholic aldean alegra alegre alegria alegro alegría alemana alemanes alemán alert
alerta alerts alfombra algebra algo algorithm algorithms alguien algun alguna algunas alguno algunos algún aliados
alien aliento align aligned alike alimentos alive all allegation allegations alleged allegedly alleging allergic
allergies allergy alli allies allocation allow allowed allowing allows allá allí alma almond almost almuerzo alone
along alongside alot aloud alquiler already alrededor alrededores alright also alt alta alter alternate alternativa
alternativas alternative alternatives although alto altogether altos alts altura alturas alumno alumnos always alza am
ama amabilidad amable amables amado amamos aman amanecer amantes amar amarilla amarillo amarillos amas amateur amaze
amazed amazes amazing amazingly ambas ambiance ambience ambiente ambition ambitious ambos ambulance ame amenaza
amenazar amenazas amendments amenities americana amid amig amiga amigas amigo amigos amiguete amistad amistades ammo
amnistía amo among amongst amor amores amount amounts amp ample amplia amplias amplio amuse amused amusing amzn an
anal analizar analogy analysis analyst analysts anarchist anchor ancianos ancient and anda andaluces andaluz andaluza
andaluzas andando andar ando ang anger angle angles angrily angry angustia anima animación animal animales animals
animated animation animations anime animo aniversario ankle ankles announce announced announcement announcements
announces announcing annoy annoyed annoying annoys anoche anointed anos another ansias ansiedad answer answered
answering answers ante anterior anteriores antes anthem anti antibiotics antibodies anticheat anticipated anticipation
antigua antiguo antiguos antique antojo ants anuncia anunciado anunciar anuncio anuncios anxiety anxious any anybody
anyhow anymore anyone anything anytime anyway anyways anywhere análisis anécdota ao aos aparato aparece aparecen
aparecer apart apartamentos aparte apartment apartments apasionante apelar apellido apenas aperitivo apertura apetece
aplauden aplaudir aplausos aplica aplicación aplicar apocalypse apocalyptic apologies apologize apologized apologizing
apology aportación aportar apostar apoya apoyado apoyan apoyando apoyar apoyo apoyos app apparent apparently appeal
appealing appear appearance appearances appeared appearing appears appetite appetizer appetizers applaud applause
apples applicable application applications applied applies apply applying appoint appointed appointment appointments
appreciate appreciated appreciates appreciating appreciation approach approached approaches approaching appropriate
appropriately appropriation approval approve approved approves approx approximately apps appt apreciar aprecio aprende
aprender aprendido aprendiendo aprendizaje aprobado aprobar aprovechando aprovechar aprueba apt apuesta apunta apunto
aquel aquella aquellas aquello aquellos aqui aquí architects architecture archive archives arde are area areas aren
arena arent argentino argentinos arguably argue argued argues arguing argument argumento argumentos arguments arm arma
armario armas armed armor armored arms around arquitectónica arrange arranged arranque array arregla arreglar arrest
arrested arriba arrival arrivals arrive arrived arrives arriving arroces arrogant arroz arruinar arse arsed arson art
arte article articles articulate articulo artifacts artist artista artistas artistic artists artwork artículo
artículos arvo as asalto asbestos asco asegura asegurado aseguran asegurar aseguro aser asesinado asesinato asesinatos
asesino asesinos asf ashamed asi aside asilo asistencia asistir ask asked asking asks askubuntu asleep asparagus
aspect aspecto aspectos aspects ass assassination assault assaulted assembly asses assessment asset assets asshole
assholes assign assigned assignment assignments assim assist assistance assistant assisted assists associate
associated associates association assortment assume assumed assumes assuming assumption assure assured asthma
astounding asturianos asumir asunto aswell asylum así at ataca atacan atacar ataque ataques ate atencion atención
atender atenta atentado atentados atento atentos atheist atheists athlete athletes atleast atm atmosphere atop
atractiva atras atreve atreven atrocious atrás attach attached attachment attack attacked attacker attackers attacking
attacks attempt attempted attempting attempts attend attendance attended attendees attending attention attentive
attitude attitudes attract attracted attraction attractive attributed até auction audacity audience audiences audio
audit audition auditions aumenta aumentar aumento aun aunque ausencia austeridad authentic authenticity author
authorised authoritarian authorities authority authorization authorized authors autism autistic auto autobus autobuses
autobús autocorrect autocrítica autodeterminación autograph autographs automaker automakers automated automatic
automatically autonomous autonomías autonómica autonómicas autonómico autores autoridad autoridades auténtica
auténtico autónoma autónomos avail availability available avales avance avanza avanzando avanzar avatar aventura
aventuras aver average avg aviation avion avisa avisar aviso avión avocado avoid avoided avoiding await awaiting
awaits awake award awarded awards aware awareness away awe awesome awesomeness awful awfully awhile awkward awsome aww
axe aye ayer ayuda ayudado ayudan ayudar ayudarte ayudas ayude azotea azul añadir año años aún babe babes babies baby
babysitting bacalao back backdrop backed backfire background backing backlash backpack backpacks backs backstage
backup backward backwards backyard bacteria bad badass baddest baddie badge badges badly baffles bag bagel bagels bags
bail bailando bailar baile bailed bailout bait baja bajada bajado bajar bajas baje bajo bak bake baked bakery baking
balance balanced balancing balcony balcón bald ball baller balloon balloons ballot ballots balls balón ban bananas
bancos band banda bandera banderas bandido bando bands bandwagon bang banger banging bangs banking bankrupt bankruptcy
banks banned banner banning banqueros banquet banquillo bans banter bar barata barato barbaric barbaridad barbecue
barco bare barely bares bargain barra barrel barrels barrier barriers barrio bars bartender bartenders basa basada
base baseball based baseless baseman basement bases bashing basic basically basics basis basket basketball basta
bastante bastard bastards bastion basura bat batalla batallas batch batería bath bathing bathroom bathrooms bats
batshit batter battered batteries battery batting battle battles battling baño bb bball bby bc bday be beach beaches
beaming bean beans bear beard bearing beasts beat beaten beating beats beauties beautiful beautifully beauty beber
bebida bebidas bebé became becas because become becomes becoming becuz bed bedroom beds bedtime beef been beer beers
bees before beforehand beg began begging begin beginner beginners beginning begins begun behalf behave behaved
behaving behavior behaviour behind behold beige bein being beings belated belief beliefs believe believed believer
believes believing bello bellos bells belly belong belongs beloved below belt bem bench benchmark bendiciones bendiga
beneath beneficial beneficio beneficios benefit benefited benefits bent bes besazo beside besides beso besos best
bestest bestfriend bestia bestie besties bet beta betrayal betrayed bets better betting between beverage beware beyond
bff bias biased biases biblioteca bici bicycle bid bids bien bienes bienvenida bigger biggest bigot bigoted bigotry
bike bikes bikini billed billing billion billionaire billionaires billions bills bimbo binge bins bio biological
bipartidismo bipartisan bird birdie birds birth birthday birthdays biscuit biscuits bisexual bit bitch bitches
bitching bitchy bite bites biting bits bitten bitter biz bizarre bla blackout blacks blah blame blamed blames blaming
blancos bland blank blanket blankets blast blasted blasting blatant blatantly blazing bleed bleeding blend bless
blessed blessing blew blind blindly bliss blitz bloated block blocked blocking blocks blog blogger bloggers blogging
blogs blond blonde blood bloque bloquea bloqueado bloquean bloquear bloqueo blouse blow blowing blown blowout blows
blueberry blunt blur blurred blurry bn board boarding boards boat boats boca boda bodega bodies body bogus boi boicot
boiled boiling bois bola bold bolsillo bolso bom bomb bomba bombas bombed bombing bombs bonding bonds bone bonita
bonitas bonito bonitos bonus bonuses boo boobs booed book booked booking books bookstore boost boosted booster
boosting boosts boot booted booth booths booting boots booty booze bop borde border bore bored boredom boring born
borough borrar borrow borrowed borrowing boss bosses bot botas bote both bother bothered bothering bothers bots bottle
bottled bottles bottom botón bought bounce bound boundaries bourses bout bowl box boxer boxers boxes boy boycott
boycotting boyfriend boyfriends boys bpl bra brace bracelet braces bracket brag bragging braid braids brain brains
brake brakes branch branches brand branded brands brasa brasileira brasileiro brat brave brazo brazos breach breached
bread break breakdown breaker breakfast breaking breaks breakthrough breakthroughs breakup breast breasts breath
breathe breathing breathtaking brecha breed breeze bregar breve brew brewing bribes brick bricks bridal bridge bridges
brief briefing briefly brigade bright brighten brightens brighter brightly brightness brillante brilliance brilliant
bring bringing brings brink bro broad broadband broadcast broadcaster broadcasting broader broccoli broke broken
brokerages brokers broma bromas bronca bros broth brotha brother brothers brought brow brownie brownies browse browser
browsing bruh brunch brush brutal brutality brutally btw bubble bubbly bucket buckets bucks bucle bud buddies buddy
budget budgets buds buen buena buenas bueno buenos buenísimo buff buffet bug bugging buggy bugs build builder building
buildings builds built bulk bulky bullets bullied bullish bullshit bully bullying bulto bum bummed bummer bump bumped
bumper bumping bumps bums bunch bundle bunnies bunny buns buoyant burbuja burden burger burgers burguesía buried burla
burn burned burning burnt burrito burro burst bursting bury bus busboy busca buscan buscando buscar buscas busco buses
bushes business businesses businessinsider businessman busque bust busted busting busy but butt butter butterflies
buttery button buttons butts buy buyback buyer buyers buying buys buzz buzzing by bye básico básicos cab caballo
cabbage cabe cabeza cabezas cabin cable cables cabo cabron cabrona cabrones cabrón cache cada cadena cae caen caer
caes cafes cafetera caffeine café cagada cagar cage cages cago caiga caigo cajas cake cakes calamari calculated
calculator calculus calefacción calendar calendario calendars calentamiento calf caliber calidad caliente calificación
call calla callar calle called caller calles callin calling calls calm calma calor calories calves calçotada calçots
cama camarero camareros camas cambia cambiado cambian cambiando cambiar cambiaron cambie cambio cambios came cameo
camera cameras caminando caminar camino camisa camisas camiseta camisetas camita camión campaign campaigning campaigns
campaña campañas campeonato campeones camping campo camps campus can canal canales cancel canceled cancellation
cancelled cancelling cancer cancerous cancha cancion canciones canción candid candidacy candidata candidate candidates
candidato candidatos candidatura candle candles candy cane cannot cans cansada cansado cant canta cantan cantando
cantante cantar cantidad cantidades canto canvas caos cap capabilities capable capaces capacidad capacity capaz
capital capitales capitalismo capitalist capitulo capitán caps caption capture captured capturing capítulo capítulos
car cara caracteres carajo caramel caras carbon carbs carcel card cardboard cardio cards care cared career careers
careful carefully cares careta carga cargado cargan cargar cargas cargo cargos caring cariño carnage carne carnes
carnet caro carpet carrera carreteras carriage carried carrier carriers carries carro carrot carrots carry carrying
cars cart cartas carte cartel carteles cartera cartoon cartoons carts carácter casa casas case casero cases cash
cashier casi casita caso casos cast castellano castigar castigo casting casual casualidad casually cat catalana
catalanas catalanes catalog catalán catastrophic catch catches catching categories category categoría cater catering
cats cattle catálogo catástrofe católico caucus caught causa causas cause caused causes causing caution cautious cava
cave cayendo cayó caza caída caído cc cease ceased ceder ceiling cel celeb celebra celebración celebrado celebramos
celebran celebrando celebrar celebrarlo celebrate celebrated celebrates celebrating celebration celebrations
celebrities celebs cell cellar cellphone cells celular cement cena cenando cenar cenas cenizas censor censored
censoring censorship censura cent center centers central centre centres centric centro cents centuries cerca cercana
cercano cercanos cercanía cereal cerebro ceremony cero cerrada cerrado cerrados cerrar certain certainly certainty
certificate certified cerveza cese cesiones cesspool chai chain chains chair chairs challenge challenged challenges
challenging chamba champ championships chan chance chances change changed changer changes changing channel channels
chantaje chaotic chap char character characters charge charged charger charges charging charity charla charm charming
chart charts chased chasing chat chats chatting chavales chavista chavistas cheap cheaper cheapest cheaply cheat
cheated cheater cheaters cheating cheats check checked checking checkout checks cheek cheeks cheeky cheer cheered
cheerful cheering cheery cheese cheeseburger cheesecake cheeses cheesy chef chefs chemical chemicals chemistry cherish
chess chest chew chewing chic chica chicas chick chicken chickens chicks chico chicos chido child childhood childish
children chilena chill chilled chillin chilling chills chilly chin chino chinos chip chips chiquita chiringuitos
chiste chistes chocolate chocolates choice choices choir choke choked chollo choose chooses choosing chop chopped
choppy chops chores chose chosen chuckle chula chunk chunks chunky churches ciclo cider ciego cielo cien ciento
cientos cierra cierran cierre cierta cierto cifra cifras cigar cigarette cigarettes cinco cine cinema cinemas
cinematic cinematics cines cinismo cinnamon circle circles circling circo circulation circumstances circunstancias
circunvalación cita cited cities citing citizens citizenship ciudad ciudadana ciudadano ciudades civil civiles
civilian civilians civilización civilized cking claim claimed claiming claims clams clan clap clapped clapping clara
claramente claras claridad clarification clarified clarify clarifying clarity claro clase clases clashes clasico class
classe classes classic classical classics classified classmates classroom classy clave claves clean cleaned cleaner
cleaning cleanup clear clearance cleared clearer clearing clearly clears clerk clever click clicked clicking client
cliente clientele clientes clients clima climate climb climbed climbing climática climático clinic clinical clip clips
clock clocks clone close closed closely closer closes closest closet closing closure cloth clothe clothes clouds
cloudy clown clowns club clubhouse clue clueless clues clumsy clutches clutching clásico clásicos cnt coach coaches
coaching coal coalition coartada coast coaster coat coated coats cobarde cobardes cobardía cobertura cobra cobran
cobrar cobro cocaine cocaína coche coches cocina cocinar cocinero cock cocktail cocktails coconut code codes coding
coffee coffin coger cogido coherent coherente coin coincidence coincidencia coincidir coins coisa coisas cojo cojones
cola colaboración colaborar colapso cold colder cole colección colectivo colectivos colega colegas colegios colgado
collab collaborate collaboration collapse collapsed collar colleague colleagues collect collected collecting
collection collective collector college colleges colmo colocar color colored colores colorful colors colour colours
column columna columns com coma combat combate combatir combinación combination combinations combine combined combo
come comeback comedia comedian comedic comedor comentar comentario comentarios comenzado comenzar comenzó comer
comercial comerciales comerme comes cometer cometido comfort comfortable comfortably comforting comfy comics comida
comidas comido comience comiendo comienza comienzo comin coming comisiones command commands commence comment
commentary commentator commentators commented commenting comments commercial commercials commie commit commitment
commitments committed committing commodities commodity common communicate communicating communication communications
communism communities community commute commuters commuting como comodidad comodidades comp companies companion
company comparable comparado compare comparecencia compared compares comparing comparison comparte compartido
compartir comparto compassion compatibility compatible compañera compañeras compañero compañeros compañía compelled
compelling compensate compensation compete competencia competencias competent competing competition competitive
competitors compis complain complained complaining complains complaint complaints complejo complejos complement
completa completamente complete completed completely completing completo complex complicado complicated complications
complicidad compliment complimentary compliments comply component components comportamiento composed compra comprado
comprando comprar compras compre comprehend comprehensive comprender compro comprobar compromete comprometido
compromise compromiso compromisos compré compulsory compute computer computers computing comrade comunes comunicación
comunicado comunismo comunista comunistas común con concede concentración concentrate concentration concept concepto
concepts concern concerned concerning concerns concert concerts conciencia concierto conciertos conciliación concise
conclude concluded conclusion conclusions conclusión concrete concreto concurso condemn condemned condena condenado
condenados condenar condescending condiciones condición condition conditioning conditions condo condolences condoms
conduct conducted cone conexión conf conference conferencia conferencing confess confession confianza confiar
confidence confident confidential configure confirm confirma confirmation confirmed confirming confirms conflict
conflicted conflicting conflicto conflicts confortable confortables confront confrontation confronted confuse confused
confusing confusion congelado congratulate conjunto conmigo connect connected connection connections connectivity
connects conoce conocemos conocen conocer conocerte conoces conocido conocidos conocimiento conocí conozca conozco
conquer conquistar cons conscience consciente conscientes conscious consciousness consecuencia consecuencias
consecutive conseguido conseguimos conseguir consejeros consenso consensus consent consequences conservadora consider
considera considerable considerably consideran considerar consideration considered considering consigo consigue
consist consiste consisted consistency consistent consistently consists console consoles conspiracy consta constancia
constant constante constantemente constantly constitucionalismo constitucionalista constitucionalistas constituents
construcción construction constructive construir consulta consultant consultar consultation consumed consumer
consumers consuming consumo consumption contact contacted contacting contacto contactos contacts contado contagious
contain contained container containing contains contaminación contamination contamos contando contar contempt
contender contenders contenedores contenido contenidos content contenta contention contentious contento contentos
contents contest contesta contestar conteste contesto contests context contexto contigo continente continua
continually continuar continue continued continues continuing continuous continuously continúa contra contract
contracted contractor contractors contracts contrario contrary contrast contratación contrato contratos contribución
contribute contributed contributing contribution contributions control controlar controles controlled controller
controllers controlling controls controversial controversy contundente convencer convencido convenience convenient
conveniently convention conventional conversaciones conversación conversar conversation conversations conversion
convert converted convertido convertir convertirse convey convicciones convicción convicted conviction convictions
conviene convierte convierten convince convinced convincing convivencia convo convoca convocada convocado convocar
convocatoria convoque convos cook cooked cookie cookies cooking cooks cool cooler coolest cooling cooperate
cooperation coordinator cop copago copas cope copia copied copies cops copy copying coraje corazon corazones corazón
cord cordial cords cordón core cores corn corner corners corny corp corporate corporations correct correcta
correctamente corrected correcting correction correctly correctness correcto corregir correlation correo correr
corresponde corridor corriendo corriente corrupción corrupt corrupta corruption corrupto corruptos corrupção corta
cortar corto cos cosa cosas cositas cosmetics cosmopolitan cosplay cost costado costar coste costes costing costly
costs costumbre costume costumes cottage cotton couch cough coughing could couldn couldnt council counsel count
countdown counted counter counting countless countries country countryside counts county coup couple couples coupon
coupons courage course courses coursework court courteous courtesy courts cousin cousins cover coverage covered
covering covers cow coward cowardly cowards coworker coworkers cows coz cozy coño crab crack crackdown cracked
crackers cracking cracks craft crafted crafting crammed cramped cramps crank crap crappy crash crashed crashes
crashing crate crates crave craving cravings crawl crawling cray craze crazier craziest craziness crazy crea creación
creado cream creams creamy crean creando crear creas create created creates creating creation creatividad creativo
creator creators creature creatures crece crecer crecido creciendo crecimiento cred credentials credibilidad
credibility credible credit credited credits credo cree creemos creen creep creepy creer crees crema creme creo crew
crews creyendo creéis creía creíble creído crianças crib cried cries crime crimen crimes criminal criminales
criminalizar criminals cringe cringey cringy crippling crise crisis crisp crispación crispy cristal criteria criterio
criterios critic critica criticado critical critican criticar criticised criticism criticisms criticize criticized
criticizing critics critique crop croquetas crore cross crossed crosses crossing crossplay crowd crowded crowds
crowned crucial crude crudo cruel cruise cruising crumbs crunch crush crushed crushing crust crusted crusty cry cryin
crying crypto crédito créditos crímenes crítica críticas crítico críticos crónica cuadra cuadro cuadros cual cuales
cualquier cualquiera cuando cuantas cuanto cuantos cuarta cuarto cuartos cuatro cubanos cubes cuddle cuddles cuddling
cuela cuello cuenta cuentan cuento cuentos cuerpo cues cuesta cueste cuestiones cuestión cuida cuidado cuidar cuisine
culo culpa culpable culpables cult cultural culture cultures culés cum cumpla cumplan cumple cumpleaños cumplen
cumplido cumplimiento cumplir cunt cunts cuotas cup cupcakes cuppa cups cura curated curb cured curiosidad curiosity
curioso curious curl curls curly currar currency current currently curro curry curse cursed curso cursos curtain
curtains curve cus custody custom customer customers customization customize cut cute cuteness cuter cutest cutie
cuties cutre cuts cutscene cutting cuyo cuz cuzs cuál cuáles cuándo cuántas cuánto cx cyb cycle cycling cyclists
cynical cámaras cáncer cárcel cárceles céntrico cómo cómoda cómodas cómodo cómplice cómplices cúpula da dab daba
dación dado dads daft dah dais dale dam damage damaged damages damaging dammit damn damned damos dan dance danced
dancer dancers dances dancing dando dang danger dangerous dangerously dangers dar dare dared dares daring darker
darkest darle darles darling darme darn darnos darse dart darte dará darán daría das dash dat data database databases
date dated dates dating dato datos daughter daughters daunting dawg day days daytime dayy daño daños db de deactivate
deactivated dead deadass deadline deadly deaf deal dealer dealers dealing dealings deals dealt dear dearly death
deaths debacle debajo debate debates debating debatir debe debemos deben deber deberes debería deberíamos deberían
deberías debes debido debit debió debo debt debut debía decade decades decenas decent decente deceptive decida decide
decided deciden decides decidido deciding decidir decidió decimos decir decirle decirlo decirme decirte decision
decisiones decisions decisive decisión deck decks declara declaraciones declaración declarado declarar declaration
declare declared declaring decline declined declines declining decor decoracion decoración decorado decorated
decoration decorations decorative decrease decía decían decís dedica dedicado dedican dedicar dedicate dedicated
dedication dedo dedos deeds deemed deep deeper deepest deeply deer def default defeat defeated defeating defect
defective defence defend defende defended defendemos defender defenders defendido defendiendo defending defends
defensas defensive defensores deffo deficit defienda defiende defienden definately define defined definición definite
definitely definition definitiva definitivamente definitivo defo deforestation defraudadores degree degrees
degustación deja dejaba dejado dejamos dejan dejando dejar dejarme dejarnos dejaron dejarse dejará dejas deje dejen
dejes dejo dejéis dejó del delante delay delayed delaying delays delegados delegate delegates delete deleted deleting
deliberate deliberately delicate deliciosa delicioso delicious delight delighted delightful delincuente delincuentes
delish delisting delito delitos deliver delivered deliveries delivering delivers delivery delusion delusional delve
demagogia demand demanda demanded demanding demands demas demasiada demasiado demasiados demo democracia democracias
democracy democrática democráticamente democráticas democrático democráticos demonstrate demonstrated demonstrating
demonstration demostrado demostrando demostrar demuestra demuestran demás demócrata demócratas den denial denied denim
dent dental dentist dentro denuncia denunciar deny denying departments departure depend depende dependent depending
depends deploy depois deportation deporte deported deportivo deposit depot depresión depress depressed depressing
depression deprived depth der derecha derechas derechos deriva derived derroche derrota derrotar des desagradable
desahucios desaparecer desaparecido desarrollo desastre desayunar desayuno desayunos descansar descanso descargar
descarta describe described describes describing description descubierto descubrir descuento descuentos desde desea
desean deseando desear desempleo deseo deseos deserve deserved deserves deserving desgracia desierto design designated
designed designer designers designing designs desigualdad desire desired desires desk desktop desobediencia despacho
despair despedida despedir desperate desperately despertar despicable despido despierta despierto despilfarro despise
despite desprecio despues después dessert desserts destacar destination destinations destino destroy destroyed
destroying destroys destrozar destrucción destruction destructive destruir destruye detail detailed details detalle
detalles detect detected detective detención detener detenido detenidos detention determination determine determined
detour detrimental detrás deuda deudas dev devastador devastados devastated devastating devastation develop developed
developer developers developing development developments device devices devolver devoted devs dey di dia diablo
diagnosed diagnosis dial dialogar dialogo dialogue diario diarios diary dias dice dicen dices dicha dicho diciendo
dick dicks dictador dictadura dictaduras dictate dictator dictatorship dictionary did didn didnt die died dientes
dieran dieron dies diet dieta diez diferencia diferencias diferente diferentes diff differ difference differences
different differently difficult difficulties difficulty dificil dificultades difundir difícil difíciles dig diga
digamos digan digas digging digit digital digitales digits digna dignidad dignity digno digo dije dijeron dijiste dijo
dill dim dime dimension dimisión din dine diner dinero diners dinheiro dining dinner dinners dinosaur dio dioses dip
diplomatic diplomático dipped dipping dips diputada diputado dire directa directamente directed directing direction
directions directivos directly directo director directora directors directos dirigente dirigentes dirigido dirigir
dirt dirty dirá dirán diré diría dis disable disabled disables disadvantage disagree disappear disappeared
disappearing disappoint disappointed disappointing disappointment disappointments disappoints disaster disastrous disc
discipline disclose disclosed disclosure disco disconnect disconnected disconnecting disconnects discontinue
discontinued discos discount discounted discounts discourage discouraged discourse discover discovered discovering
discrepancia discrepar discriminación discriminated discrimination disculpas discurso discursos discusión discuss
discussed discussing discussion discussions discutir disease diseases diseño disfruta disfrutado disfrutan disfrutando
disfrutar disfrutarlo disfruten disgrace disguise disgust disgusted disgusting dish disheartening dishes dishonest
dishwasher disingenuous disk dislike dismal dismiss dismissed disorder dispara displaced display displayed displaying
displays disponible disposal disposición dispuesta dispuesto dispuestos dispute disqualified disregard disrespect
disrespectful disrespecting disrupt disrupting disruption diss dissapointed dissapointing distance distancia
distancing distant diste distinct distinta distintas distinto distintos distract distracted distracting distraction
distractions distress distribute distributed distribution districts disturb disturbed disturbing ditch dive diversas
diverse diversidad diversity divertida divertido divide divided dividend divides dividir divine diving divisions
división divorce divorced diz dizer dizzy diálogo dió dl dlvr dnt do doble doblete docs doctors doctrina document
documental documentary documentation documented documento documentos documents dodge dodged dodgy doe does doesn
doesnt dog dogbook dogged doggie doggo doggy dogs dogshit doin doing doll dollar dollars dolls dolor domain domestic
domicilio dominance dominant dominate dominated dominates dominating dominio don donar donate donated donating
donation donations donde done donkey donors dont donut donuts doomed door doors doorstep dope doping dork dorm dormida
dormido dormir dos dose doses double doubled doubles doubt doubts douche douchebag dough doughnuts down downed downer
downfall downgrade downhill download downloaded downloading downloads downright downs downside downstairs downvote
downvoted downvotes downvoting downward doy dozen dozens draft drafted drafting drafts drag dragged dragging dragones
dragons drags drain drained draining drama dramatic dramatically drank drastically draw drawback drawer drawing
drawings drawn draws dread dreaded dreadful dreading dream dreamed dreaming dreams dreamy dress dressed dresses
dressing dreynreh dried drift drill drink drinking drinks drip drive driven driver driverless drivers drives driveway
driving droga drogas drone drones drooling drop dropped dropping drops drought drove drown drowned drowning drug drugs
drummer drums drunk drunken dry dryer drying dsd dual ducha duck duda dudas dude dudes due duel duela duele duelo
duerme duermo duet dueño dueños dug duh dulces dull dumb dumbass dumbasses dumber dumbest dummy dump dumped dumping
dumpling dumplings dumpster dun dunno duo duos duplicate duplicates dura durability durante durar duras during
durmiendo duro duros dust dusted duties dye dying dynamic dynasty dystopian dé débiles década décadas déficit déjalo
día días dólares dónde each eachother eager ear earlier earliest early earn earned earning earnings earrings ears
earthquake ease eases easier easiest easily easing easy eat eaten eater eatin eating echa echado echan echando echar
echarle echaron echo eco economic economist economy económica económicas económico económicos ecosystem ecstatic edges
edgy edible ediciones edición edificio edificios editar edited editing edition editions editor editorial editors edits
educada educado educate educated education educational educativa educativo educators eerie efectivo efecto efectos eff
effect effective effectively effectiveness effects efficacy efficiency efficient efficiently effin effing effort
efforts eficaz eficiente eg egg eggplant eggs ego eh eight either ejemplar ejemplares ejemplo ejemplos ejercer
ejercicio el ela elaboración elaborate elated elbow elder elderly ele elecciones elección elect elected election
elections electoral electorales electorate electric electrical electricidad electricity electronic electrónico elegant
elegante elegido elegir element elementary elemento elementos elements eles elevado elevated elevator eligible
eliminar eliminate eliminated eliminating ella ellas ello ellos elo else elses elsewhere eléctrica em email emailed
emails embajadas embarazada embargo embarrass embarrassed embarrassing embarrassment embrace embracing emegency emerge
emerged emergencia emergency emerging emissions emo emocionada emocionado emocional emocionante emociones emoción
emoji emojis emote emotion emotional emotionally emotions empate empathy empatía empecé empezado empezamos empezando
empezar empezó emphasize empiece empieza empiezan empiezo empleados empleo empleos employed employee employees
employer employers employment emprendedores empresa empresarial empresario empresarios empresas empty en enable
enabled encanta encantado encantador encantados encantan encantar encanto encantó encarcelado encarcelar encargado
encima encontrado encontramos encontrar encontrarme encontré encounter encountered encounters encourage encouraged
encouragement encourages encouraging encuentra encuentran encuentras encuentre encuentren encuentro encuesta encuestas
end endangered ended ending endless endlessly endorse endorsed endorsement ends endure enemies enemigo enemigos enemy
energetic energy energía enfadado enferma enfermedad enfermedades enfermo enfermos enforce enforcement enfrenta
enfrentamiento enfrentamientos enfrentan enfrentar enfrente engage engaged engagement engaging engañado engañados
engañar engaño engine engineer engineers enhance enhanced enhorabuena enjoy enjoyable enjoyed enjoying enjoyment
enjoys enlace enmienda enorme enormous enough enquiry enrole ensalada ensayo enserio enseña enseñanza enseñar ensure
ensuring entendemos entender entendido enter entera enterado enterar enteras entered entering entero enters entertain
entertained entertaining entertainment enteré enthusiasm enthusiast enthusiastic entidades entienda entiende entienden
entiendes entiendo entire entirely entities entitled entitlement entonces entorno entra entrada entradas entrado
entran entrance entrantes entrar entre entree entrees entrega entregar entrenador entrenamiento entrenar entretenido
entrevista entrevistar entrevistas entries entro entry enviado enviar envidia envious environment environmental envy
envía envío epidemic episode episodes episodio episodios eps epílogo equal equality equally equals equiparación
equipment equipo equipos equipped equities equity equivalent equivoca equivocada equivocado era eran eras erase erased
eres errands error errores errors ers es esa esas escalada escalate escalation escapa escape escaped escaping escasa
escaso escaño escaños escena escenario escenas escolar escolares escolta esconde esconder escondido escribe escriben
escribiendo escribir escribo escribí escrita escrito escritor escritora escritores escrutado escrutinio escrúpulos
escucha escuchado escuchando escuchar escucharlo escuchas escuche escucho escudo escuela escuelas escándalo ese
esencia esencial esenciales esfuerzo esfuerzos eso esos esp espacio espacios espalda espaldas español española
españolas españoles especial especiales especially especialmente especie espectacular espectaculares espectáculo
espera esperaba esperado esperamos esperan esperando esperanza esperanzas esperar esperas espero esport esposa espuma
espíritu esque esquerda esquina essa essay essays esse essential essentially esta estaba estaban estabas estable
establish established establishment estaciones estación estafa estamos estan estancia estando estar estare estaremos
estará estarán estarás estaré estaría estarían estas estatal estate estates estava este esteem estemos esten estilo
estimate estimated estimates esto estos estoy estrategia estrella estrellas estrena estreno estructura estructural
estructuras estrés estudiando estudiante estudiantes estudiantil estudiar estudio estudios estupenda estupendo
estupidez estuve estuviera estuvieron estuviese estuvimos estuvo está estábamos estáis están estás estão esté estén
estés estúpido et etapa etarra etarras etc eterna eternally eternity eterno ethic ethical ethics ethnic ethnicity
etiqueta eu euro eurodiputados europea europeas europeo europeos euros evaluate even evening event eventful evento
eventos events eventual eventually ever evernote every everybody everyday everyone everyones everything everytime
everywhere evidence evidencia evident evidente evidently evil evitar evitarlo evolución evolution evolve evolved
evolving ex exact exactamente exactly exacto exam examen example examples exams exceed exceeded exceedingly excelente
excelentes excellent excepcional excepciones excepción except exception exceptional exceptionally exceptions excepto
excesivo exceso excess excessive exchange exchanges excited excitement exciting exclusiva exclusivamente exclusive
exclusively exclusives exclusivity exclusión excluyente excusa excuse excuses executed execution executive executives
exempt exercise exercises exercising exhausted exhausting exhibit exhibiting exhibition exhilarating exige exigen
exigir exiliados exilio exist exista existe existed existen existence existencia existent existing existir exists exit
exited exotic exp expand expanded expanding expansion expansive expect expectation expectations expectativas expected
expecting expects expense expenses expensive experience experienced experiences experiencia experiencias experiencing
experiment experimental expert expertise experto expertos experts expired explain explained explaining explains
explanation explanations explica explicaciones explicación explicado explicando explicar explicitly explico explique
explode exploded exploding exploit exploitation exploited exploiting exploration explore exploring explosion explosive
explota export exports expose exposed exposes exposing exposure expresa expresar expresión express expressed
expressing expression expressions expulsión exquisita exquisito extend extended extending extension extensions
extensive extensión extent exterior external extinción extinct extorsión extra extranjera extranjero extranjeros
extraordinaria extraordinary extraña extrañar extraño extrema extremadamente extreme extremely extremist extremists
extremo extremos exámenes eye eyebrows eyed eyelashes eyes fab fabric fabulous face faced faces facha fachada fachas
facial facil facilitar facilities facility facing fact factor factories factors factory facts factura facturas fade
faded fades fading fail failed failing fails failure failures faint fair fairly fairness faith faithful fake fala
falar fall falla fallado fallecido fallecidos fallen falling fallo falls falsa falsas false falsely falso falsos falta
faltaba faltado faltan faltar faltas falte fam fama familia familiar familiares familias families family famine famosa
famoso famous fan fanboy fanboys fancy fandom fans fantasma fantastic fantasy fantástica fantástico fanáticos far
farce fare fares farewell farm farming farsa fart farther fascinated fascinating fascism fascismo fascist fascista
fascistas fascists fase fashioned fast faster fastest fat fatal fate father fathers fatigue fatty fault faulty fav
fave faves favor favorable favorece favorita favoritas favorite favorites favorito favoritos favour favourite
favourites favs faz fazendo fazer fck fcking fea fear feared fearing fearless fears feast feat feather feature
featured features featuring febrero fecha fechas federal fee feed feedback feeding feeds feel feelin feeling feelings
feels fees feet felices felicidad felicidades felicitaciones felicitar feliz fell fella fellas fellow felony felt
female females femenino feminine feminismo feminist feminista feministas feminists fence fenomenal fenómeno feo feos
feriado fest festejar festival festivals festive festivities fetch fetish fetus fetuses feud fever few fewer ffs fi
fiance fiar fiber ficción fichaje fiction fiddle fiebre fiel field fields fieles fierce fiery fiesta fiestas fifteen
fifth fight fighter fighters fighting fights figura figure figured figures figuring fijado fijar fijo fila filas file
filed files filet filibuster filing fill filled filler filling fills film filmed filming films filter filters filth
fin final finale finales finally finalmente finals finance finances financiación financial financially financiar
financiera financieras financiero financieros financing find finde finding findings finds fine fined fines finest
finger fingers finish finished finishes finishing finna fire fired firefighters fires fireworks firing firm firma
firmado firmar firmas firme firmly firms first fiscal fiscales fish fishing fist fit fitness fits fitted fitting
fittings five fix fixe fixed fixes fixing fixtures fkin fkn flaca flag flagged flags flair flame flames flaming flank
flash flashback flashbacks flashing flat flats flavor flavored flavorful flavors flavour flaw flawed flawless flaws
fled flee fleeing fleek fleet flesh flew flex flexibilidad flexibility flexible flick flies flight flights flip
flipped flipping flirting float floating flock flood flooded flooding floor floors flop flops flor flour flourish flow
flower flowers flowing flows flu fluffy fluid flush fly flyer flying fo foam foco focus focused focuses focusing fog
foi foie fold folder folk folks follow followed follower followercetes followers following follows fomentar fond fondo
fondos fone font fonts food foods fool fooled fooling foolish fools foot footage football footballers footsteps footy
for forbidden force forced forces forcibly forcing forecast forecasts forehead foreign foreigners foreseeable forever
forex forget forgetting forgive forgiven forgiveness forgot forgotten fork form forma formado formal formally formar
formas format formation formats formed former formidable forming forms formulas fornite forro forth forthcoming
fortnight fortnightly fortunas fortunate fortune forum forums forward forwarded forwards fossil fotito foto fotografía
fotos fought foul fouls found foundation founded founder four fracaso fracking fraction fragile frame framed frames
framework framing francesa franceses franchise francés frankly franquismo franquista franquistas frase frases fraud
fraude fraudulent fray freak freaked freakin freaking freaks free freed freedom freely freestyle freeway freeze
freezer freezes freezing frena frenar frente frenzy frequency frequent frequently fresco fresh freshly freshman
frickin fricking fridge fried friend friendly friends friendship friendships fries friggin frightening frijoles frio
frites frm fro from front frontera fronteras frontline frost frown froze frozen fruit fruits frustración frustrated
frustrating frustration fruto fry fría frío fuck fucked fucker fuckers fuckin fucking fucks fudge fue fuego fuel fuels
fuente fuentes fuera fueran fueron fuerte fuertes fuerza fuese fuga fugado fui fuimos fuiste fuk fulfill fulfilled
fulfilling full fully fumar fumble fuming fun funciona funcionar funcionario funcionarios funcione funciones función
function functional functionality functioning functions fund fundamental fundamentales fundamentally fundamentals
funded funding fundraiser fundraising funds funeral funk funky funnier funniest funny fur furious furniture furry
further fuss futbol futura future futures futuristic futuro fuzzy fué fwd fábrica fácil física fútbol gaben gadget
gadgets gafas gag gain gained gaining gains gal gallego gallery gals gambling game gameplay gamer gamers games gaming
gana ganado ganador ganadora ganadores ganamos ganan ganando ganar ganará ganas gane ganen gang gangs ganó gap garage
garantizar garantía garbage garden gardening garganta garlic gas gasolina gasta gastado gastar gasto gastos gate
gather gathered gathering gatos gave gay gays gear geez gelato gem gems gender gene genera generaciones generación
general generales generally generan generar generate generated generates generation generations generic genero
generosidad generous genetic genial geniales genio genius genocida genocide genre genres gente gentes gentle gentleman
gentlemen gently gentuza genuine genuinely gestionar gestión gesto gestores gestos gesture gestures get getaway gether
gets gettin getting gf ghetto ghosted giant giddy gif gift gifted gifts gigante gigantic giggle giggles giggling gigs
gilipollas gimnasio ginger gira girl girlfriend girlie girls girly giro give giveaway giveaways given gives giving
glad gladly glamour glance glare glass glasses gleeful glider glimpse glitch glitches glitchy glitter global globally
gloom gloomy gloria glorious glove gloves glow glowing glue glued gna gnocchi go goal goals goat goats gobernando
gobernantes gobernar gobierna gobiernan gobierne goddamn goes goin going gol golazo gold goldfish goles golf golpe
golpes golpista golpistas gon gona gone gonna goo good goodbye goodies goodness goods goofy googling gooooo goose
goosebumps gorda gordo gorgeous gosh got gota gots gotta gotten gouging gourmet govern governance governing government
governments governo gown grab grabación grabado grabar grabbed grabbing grabs gracia gracias gracioso gracious grad
grade grader graders grades grading grado grados gradually graduate graduated graduates graduating graduation grammar
gran grandchildren grande grandes grandeza grandfather grandmother grandparents grant granted grants grape grapes
graph graphic graphics gras grasp grass gratis gratitude gratuita gratuito grave graves greasy great greater greatest
greatly greatness greats greed greedy greens greet greeted greeting grenade grew grief griego grieve grill grilled
grilling grim grin grind grinding grip gripe grips gris grita gritando gritar grito gritos groceries grocery groove
gross ground grounded grounds group groups grow growing grown grows growth grudge grumpy grupos gráfica guante guapa
guapo guarantee guaranteed guard guarda guardar guardias guards guay guayacanes gud guerras guess guessed guessing
guest guests guey guidance guide guided guidelines guilt guilty guitar guitarist guiñoles guión gum gun gunna guns
gurl gusta gustado gustan gustando gustar gustara gustaria gustaría guste gusto gustos gustó gut guts gutted guy guys
guía gv gym género ha habeis haber haberla haberlo haberme haberse habia habido habiendo habit habitacion habitaciones
habitación habitantes habitat habits habitual habla hablaba hablado hablamos hablan hablando hablar hablaremos hablará
hablas hable hablen hablo habra habrá habría habrían habéis había habíamos habían hace hacemos hacen hacer hacerla
hacerle hacerlo hacerme hacernos hacerse hacerte haces hacia haciendo hack hacked hacker hackers hacking hacks hacéis
hacía hacían had hadn haga hagamos hagan hagas hago hah haha hahah hahaha hahahaha hai hail hair haircut haired hairs
half halfway hallway halt halted ham hambre hammer hamster han hand handed handedly handful handicapped handing handle
handled handles handling hands handsome handy hang hanged hangin hanging hangout hangover hangs happen happend
happened happening happens happier happiest happily happiness happy harass harassed harassing harassment hard hardcore
harder hardest hardly hardware haremos harm harmful harsh hartos harvest hará harán haré haría has hash hashtag hasn
hasnt hassle hasta hastag hat hate hated hateful hater haters hates hating hatred hats haul haunt haunted haunting hav
have haven havent havin having havnt havoc hay haya hayan hayas hayfever haz hd hdmi he hea head headache headaches
headed header heading headline headliners headlines headlining headphone headphones heads headset headshot heal healed
healer healing heals health healthcare healthier healthy heap heaps hear heard hearing hearings hears heart heartbeat
heartbreaking heartbroken heartfelt heartless hearts heartwarming hearty heated heater heating heavenly heavily heavy
hecha hecho hechos heck hectic hectáreas hedge hee heels hefty heh hehe hehehe height helado held helicopter
helicopters hell hella helmet help helped helpful helpfull helping helpless helps hemeroteca hemos hence hentai her
herbs here herencia heres herida heridos hermana hermano hermanos hermosa hermosas hermoso hermosos hero heroic heroin
herramienta hers herself hes hesitate hiatus hiccups hice hiciera hicieron hicimos hiciste hid hidden hide hideous
hiding hielo high higher highest highlight highlighted highlighting highlights highly highs highschool highway
highways hija hijas hijo hijos hike hikes hiking hilarious hilarity hills hilo him himno himself hindsight hint hints
hip hipoteca hips hipster hipsters hipócrita hire hired hiring his historia historias historic historical historically
history história histórica histórico históricos hit hits hitter hitting hizo hmu hoax hobby hockey hoe hoes hogar hoja
hojas hoje hola hold holders holding holdings holds hole holes holiday holidays hologram hols hombre hombres hombro
home homeless homem homemade homenaje homes hometown homework homie homies homofobia homophobia homophobic
homosexuales homosexuality honest honestly honesto honesty honey honeymoon honor honored honoring honour hoo hood
hoodie hoodies hook hooked hooking hoops hop hope hoped hopeful hopefully hopes hoping hopping hora horario horas
horita hormones horno horny horrendous horrible horribles horribly horrid horrific horrified horrifying horror
horrores horse horses hospital hospitales hospitality hospitalized hospitals host hostage hostages hosted hostess
hostia hostile hosting hosts hot hotel hoteles hotels hotspot hotter hottest hottie hour hours house household houses
housing hovering how however howling hows hoy hr hrs html hub hubby hubiera hubieran hubiese hubo hubs hueco huele
huelga huelgas huevo huevos hug huge hugely hugged hugging hugs huh huhu huido huir hum human humana humanas
humanitaria humanitarian humanity humano humanos humans humble humbled humid humidity humildad humilde humiliation
humility humo humor humour hun hunde hundir hundred hundreds hung hungover hungry hunny hunt hunters hunting hurry
hurt hurting hurts husband hydrant hype hyped hypocrisy hypocrite hypocrites hypocritical hypothetical hysteria
hysterical há hábito héroe héroes iba iban ibas ice icecream iced icing icon iconic icons icy idc idea ideal ideas
identical identidad identified identify identifying identity ideology ideología ideologías ideológica ideológico
idioma idiomas idiot idiota idiotas idiotic idiots idk ido idol idols if ift ignora ignorance ignorancia ignorant
ignorante ignorantes ignore ignored ignores ignoring igual igualdad iguales igualmente ilegal ilegales ilegalidad ill
illegal illegally illegals illiterate illness illnesses illustration iluminación ilusión ily im ima image images
imaginación imaginar imaginary imagination imagine imagined imagining imagino imbécil imbéciles immature immediate
immediately immense immensely immersive immigrant immigrants immoral immune immunity imo impact impacted impacto
impacts impatient impeachment impecable impeccable impedir impedirlo impending impide implement implementation
implemented implementing implica implication implications implied implies implode implying impone imponer import
importa importan importance importancia important importante importantes importantly imported importing imports impose
imposed imposible imposición impossible impotencia imprensa imprescindible impresentable impresionante impresión
impress impressed impression impressions impressive improperly improve improved improvement improvements improves
improving impuesto impuestos impulsar impulso impunidad imputado imputados imágenes in inability inaction inactive
inactivity inadequate inappropriate inbox inbuilt incapable incapaces incapaz incel incels incendio incendios
incentives incest inch inches incident incidentes incidents include included includes including incluido incluidos
incluir inclusion inclusive incluso incluye income incoming incompatible incompetence incompetent incomplete
inconsistent inconvenience inconveniente incorporate incorrect incorrectly increase increased increases increasing
increasingly incredible incredibly increible increíble increíbles incumbent incumplir indeed indepe independencia
independentismo independentista independentistas independently independiente independientes indepes index indexes
indicate indicated indicates indicating indication indices indictment indiferencia indignados indignante indirecta
indirectas individual individually individuals indoor indoors induced indulge indulto indultos industrial industries
industry inedible ineffective inept inequality inevitable inevitably inexpensive infancia infant infantil infected
infection infections inferior infierno infinite infinito inflation inflows influence influenced influencers influencia
influential info inform informacion información informado informar information informativa informative informativo
informe informed informes informing infra infraestructuras infrastructure infringement infuriating ing ingame ingles
inglés ingredient ingredients ingresos inherently inhumane iniciar iniciativa iniciativas inicio initial initially
initiate initiative initiatives inject injected injection injerencia injured injuries injury injusta injustice
injusticia injusticias injusto inmediata inmediatamente inmediato inmejorable inmensa inmenso inmigración inmigrantes
inner inning innings innocent innovate innovation innovations innovative inocencia inocente inocentes inolvidable
input inputs inquiry ins insane insanely insanity insecure inseguridad insensitive insert inside insider insight
insightful insights insist insiste insisted insomne insomnia inspection inspiration inspirational inspire inspired
inspires inspiring insta instability instalaciones install installation installed installing instance instances
instant instantly instead instinct instincts institucional instituciones institución institution institutional
institutions instrucciones instructed instruction instructions instructor instrumental instrumento insult insulta
insultan insultando insultar insulted insulting insulto insultos insults insurance insurers intact integración
integrate integrated integration integridad integrity intelectual intelectuales inteligencia inteligente intellectual
intelligence intelligent intenciones intención intended intensa intense intensidad intensive intenso intent intenta
intentado intentan intentando intentar intentaré intente intention intentional intentionally intentions intento
intentos intentó interact interacting interaction interactions interactive interesa interesante interesantes intereses
interest interested interesting interests interface interfere interference interim interino interior intermediate
intern interna internacional internacionales internal interns internship interrogatorio interrupted interrupting
interval intervenciones intervención intervene intervenir intervention interventores interview interviewed
interviewing interviews interés intimate intimidate intimidated intimidating into intolerant intraday intrigued
intriguing intro introduce introduced introducing introduction introductory intrusive intuition intuitive invade
invaded invalid invasion invent invented invention invento inventory inversiones inversión invest invested investidura
investiga investigación investigar investigate investigated investigating investigation investigations investigators
investing investment investments investor investors invideo invierno invita invitación invitado invitados invitan
invitar invitation invite invited invites inviting invito involve involved involvement involves involving inútil
inútiles ion ir ira iremos irme irnos ironic ironically ironing irony ironía irrational irrelevant irreparable
irresponsable irresponsible irreversible irritate irritated irritating irse irá iré iría is ish isla island islands
isn isnt isolated isolation isso issue issued issues issuing istock it italiana italiano itch itchy item items itll
its itself izquierda izquierdas ja jab jabs jacket jail jailed jaja jajaj jajaja jajajaj jajajaja jajajajaja jajajja
jam jamming jams jamás jamón jar jardín jaw je jealous jealousy jeans jefe jefes jeje jerk jerking jerks jerseys jevo
jewel jewelry jo job jobs joda jodas jode joder jodido jog jogging joh johnso join joined joining joins joint joints
joke joked jokes joking jornada jornalistas joshuahoang journalism journalist journalists journey joven joy joya joys
jst jubilación jubilados judgement judges judging judgment judicial judiciales jueces juega juegan jueves juez jugada
jugado jugador jugadores jugamos jugando jugar juice juicio juicios juicy jump jumped jumper jumpers jumping jumps
junk juntas junto juntos jurado juramento juro jury jurídica jurídico jus just justa justas justifica justificar
justification justify justo juvenil juventud juzgado juzgados juzgando juzgar já jóvenes karaoke kart kaya ke keen
keep keeper keeping keeps kept ketchup kettle key keyboard keys kick kicked kicker kicking kicks kid kidding kiddo
kiddos kidnapped kidney kids kill killed killer killers killin killing kills kilos kin kind kinda kindly kindness
kinds kingdoms kinks kiss kissed kisses kissing kit kitchen kitten kittens kitties kitty km kms knackered knee knees
knew knife knitting knives kno knock knocked knocking knockout know knowing knowingly knowledge knowledgeable known
knows knw ko kudos la lab label labeled labeling labels labios labor laboral laborales labs lack lacked lacking lacks
lacra lactose lad ladder ladies lado lados ladrones lads lag lagged lagging laggy lagrimas lags lah laid lakh lame
lamenta lamentable lamento land landed landing landlord landmark lands landscape landslide lane lanes lang language
languages lanzar lap lappy laptop laptops larga largas large largely larger largest largo largos las laser lashes last
lasted lastima lasting lastnight lasts late lately later latest latte latter laugh laughable laughed laughing laughs
laughter launch launched launcher launches launching laundry lavar law lawmakers lawn laws lawsuit lawsuits lawyer
lawyers lay layer layers laying layout layup layups lazo lazos lazy lb lbs le lea lead leader leaderboard leaders
leadership leading leads leaf leafy leagues leak leaked leaking leaks lealtad lean leaning leap learn learned learning
learns learnt leas lease least leather leave leaves leavin leaving lecciones lección leche lectores lectura lecturas
lecture lecturer lectures led lee leen leer leerlo lees left leftist leftover leftovers lefty leg legacy legado legal
legales legalidad legalize legalized legally legendary leggings legislation legislative legislatura legit legitimacy
legitimate legitimately legitimidad legs legítimo lei lejos lema lemon lemonade lend length lengthy lengua lenguaje
lens lenses lenta lento les lesbian lesión less lesser lesson lessons let lethal letra letras lets letter letters
letting lettuce levanta levantado levantamiento levantar levantarme levanto level leveled leveling levels leverage
leyendo leyes leí leído liability liable liado liars liberación liberal liberar libertad libertades liberties
libraries library libre libremente librerías libres libro libros licence license licensed licenses lick licking lidera
liderar liderazgo lideres lie lied lies life lifestyle lifetime lift lifted lifting lifts liga light lightening
lighter lighting lightly lightning lights lightweight like liked likely likes liking lil lime limit limitations
limited limiting limits limpia limpiar limpias limpieza limpio linchamiento linda lindas lindo lindos line linea
linear lined lines lineup lineups lingering lingüística lining link linked linking links lip lips lipstick liquid
liquidez liquidity liquor list lista listas listed listen listened listening listens listing listings listo listos
lists lit lite literacy literal literally literalmente literaria literary literature little live lived lively liver
lives living ll llama llamada llamadas llamado llamamiento llaman llamar llamas llame llamen llamo llanto llave llaves
llega llegaba llegada llegado llegamos llegan llegando llegar llegaron llegará llegas llego llegue lleguen llegó llena
llenan llenar llenas llene lleno llenos lleva llevaba llevado llevamos llevan llevando llevar llevarse llevará llevas
lleve lleven llevo llevó llora llorado lloran llorando llorar lloro llover llueva llueve lluvia lmao lmaoo lmaooo
lmaoooo lmfao lo load loaded loading loads loan loans lobbies lobby lobbying lobster loca local locales locally locals
locate located locations lock lockdown locked locker locks loco locos locura log logged logging logic logical login
logo logra logrado lograr logro logros logs lol lolz lone loneliness lonely loner long longer longest longtime look
looked lookin looking lookout looks looming loooong loop loose loosing loot looted looting lore los lose loser losers
loses losing loss losses lost lot lotion lots lottery loud louder loudly lounge lousy lov love loved lovely lover
lovers loves lovin loving low lower lowered lowest lowkey lows loyal loyalty ls luces lucha luchan luchando luchar
lucir luck lucky lucrative ludicrous luego lugar lugares luggage lujo lulz lump luna lunch lunches lunchtime lunes
lung lungs lure lurking lush luto luv luxurious luxury luz lvl lying lyk lyrics lá lágrimas lástima líder líderes
límite límites línea líneas lío lógica lógico ma machines machismo machista macro mad made madness madre madres
madrileños madrugada madrugar mae maestra maestro mafia mag magazine magazines magia magical magically magistrados
magistral magnificent magnifico magnífica magnífico magos mags mah mail mailman mails main mainly mainstream maintain
maintained maintaining maintenance maior mais maitre major majority majorly majors make maker makers makes makeup
makin making mal mala malas maldito male males maleta maletas mall malo malos malversación malware mama mamas mami
mamá man manage manageable managed management manager managers manages managing manana manda mandado mandan mandando
mandar mandaron mandate mandated mandato mandatory mande mando mandos manera maneras mango mani manifestaciones
manifestación manifestado manifestantes manifestarse manifiestan manipulación manipular manipulate manipulated
manipulating manipulation mankind mann manner manners mano manos mans manslaughter mantener mantenerse mantenga
mantenido manteniendo mantenimiento mantiene mantienen manual manually manufacture manufactured manufacturer
manufacturers manufacturing many manzana map mapa mapping maps marathon maravilla maravillosa maravillosas maravilloso
maravillosos marcado marcar marcas marcha marco marcó marea margaritas margen margin marginally margins marido marked
market marketing markets marks marriage married marry martes martini martinis marvelous mas masa masala masas mascara
mascot masculinity mash mashed masiva masivo mask masked masks massage masses massive massively mastered mastering
masterpiece mastery mat mata matan matando matanza matar match matched matches matching matchmaking matchup mate
matemáticas maten materia material materials maternidad mates math mathematical maths matrimonio matte matter mattered
matters mattress mature maximum may maybe mayor mayores mayoria mayoría mayorías maze mañana me meal meals mean
meaning meaningful meaningless means meant meantime measure measured measures meat meatballs meats mecanismo mechanic
mechanics mechanism med medal medals media mediación mediador mediante medias medical medicamentos medication
medicinas medicine medicines medida medidas medio mediocre mediocres mediodía medios medir meditation medium mediática
mediático meds meeee meet meeting meetings meets meetup mega meh mejor mejora mejorar mejores melt melted melting
melts member members membership meme memes memo memoir memorable memoria memories memory men menciona mencionado
mencionar mención menor menores menos mensaje mensajes mental mentality mentally mente mention mentioned mentioning
mentions mentir mentira mentiras mentiroso mentirosos mentor menu menudo menus menú meo mera mercado mercados merch
merchandise mere merece merecemos merecen mereces merecido merecía merely merge merger merited mero mes mesas meses
mesh mesmo mess message messaged messages messaging messed messenger messing messy met meta metal metals metaphor
metas mete meten meter meters meterse meth method methods metido metiendo meto metro metros meu mezcla mf mfs mi mia
mic micro microphone microtransactions microwave micrófono mid midcap midcaps midday middle midfield midnight midst
midterm midterms miedo miembro miembros miente mienten mientras mierda mierdas might mighty mignon migraine migrant
migrants migration mil milagro mild mildly mile miles milestone militancia militante militantes militar militares
military milk milkshake mill million millionaire millions millonarios millones mills millón mim mimosas min mind
minded minds mindset mine mineros mines minha mini minibar minimal minimum mining minion minions minis minister minor
minorities minority minoría mins mint mintiendo minus minute minutes minuto minutos mio mira miraculous mirada mirage
miran mirando mirar mire miro mirror mirroring mirrors mis misa misconduct miserable miserables miserably miseria
misery misguided misinformation misión misleading misled misma mismas mismo mismos miso misogynistic misogyny miss
missed misses missile missin missing missions mistake mistaken mistakes misterio misty misunderstood mitad mitin mix
mixed mixing mixtape mixture mkt mm mmr moan moaning mobile mobility mocha moción mock mocked mockery mocking mod mode
model modelo modelos models moderado moderate moderating moderator moderators moderna moderno modes modest modified
modifier modifiers modo modos mods module moi moist mola molesta molesto mom moment momentarily momento momentos
moments momentum momma mommies moms monetary money mongering monitor monitored monitoring monitors monkey monkeys
monsoon montado montage montar montaña monte month monthly months montón monument monumento mood moods moon morado
moral morality morally more morir morn mornin morning mornings moro moron moronic morons morrow mortal mortales
mortgage mosque most mostly mostrando mostrar motherboard motherfucker motherfuckers motherfucking mothers motion
motivate motivated motivation motive motivo motivos moto motor motorcycle motores mound mountains mounted mounting
mourn mourning mouse mousse mouth mouths move moved movement movements mover moves movie movies movil movilidad
moviliza movilizaciones movilización movimiento movimientos moving mow mozzarella mph msn much mucha muchacho
muchachos muchas mucho muchos muchísima muchísimas muchísimo mud muda mudar muera muere mueren muero muerte muerto
muertos muestra muestran muestras mueve mueven muffins mug muito muitos mujer mujeres mulher multa multas multi
multiplayer multiple mum mummy mums mundial mundiales mundo mundos municipal municipales municipio murallas murder
murdered murderer murderers murdering murders muriendo murió muscle muscles mushroom mushrooms music musica musical
musicians mussels must mustard muster mutation mute muted mutual mutuals mutuo muy my myself mysterious mystery myth
mythology myths mágica mágico máquina más máxima máximo médica médico mérito méritos método mí mía mídia mínima mínimo
mío móvil móviles música na nachos nacido nacional nacionales nacionalidad nacionalismo nacionalista nacionalistas
nació nada nadie nah nail nailed nails naive naked name named names naming nap napkins napping naps naranja narcissist
narcotics narices nariz narrative narrow nas nasal nasty nation nationalism nationalist nationally natural naturaleza
naturally nature naufragio nausea nauseous nave navideña navigate navigation nazis nazismo nbcnews nd ne near nearby
nearest nearly neat neatly necesaria necesarias necesario necesarios necesidad necesidades necesita necesitaba
necesitamos necesitan necesitar necesitas necesito necessarily necessary neck necklace need needa needed needing
needle needles needs needy negar negativa negative negatively negatives negativity negativo neglected negociación
negociar negocio negocios negotiate negotiating negotiation negotiations negra negras negro negros neighbor
neighborhood neighborhoods neighbors neighbourhood neighbours neither nena nene nenhum nephew nephews nerd nerdy
nerfed nerfs nerve nerves nervios nerviosa nervioso nervous ness net neta netbook network networking networks neutral
neutralidad never new newborn newer newest newly news newsletter newspaper newspapers next ng nga ngl ni nice nicely
nicer nicest nickname niebla niece nieces niega niegan nieve nigga niggas night nighter nightlife nightmare nightmares
nights nine ningun ninguna ninguno ninguém ningún ninth nipple nite nivel niveles niña niñas niño niños no nobody
noche noches nod noise noises noisy nom nombramiento nombramientos nombre nombres nominada nominated nomination
nominations nominee non none nonetheless nonexistent nonsense nonstop noodle noodles noone nope nor norm norma normal
normales normalidad normally normalmente normas norms nos nose nosotras nosotros nosso nostalgia nostalgic not nota
notas notch note notebook notebooks noted notes nothin nothing notice noticed notices noticia noticias noticing
notification notifications notified notify noting notion notorious notoriously novel novela novels novia novio novo
now nowadays nowhere nubes nublado nuclear nude nudes nudge nuestra nuestras nuestro nuestros nueva nuevamente nuevas
nueve nuevo nuevos nugget nuke numb number numbers numerito numerous nunca nursing nut nuts nutshell nutty nxt nytimes
ná não nós número números oath obese obesity object objective objectively objects objetivo objetivos objeto obliga
obligación obligado obligados obligated obligation obligatorio obnoxious obra obras obscene observadores observation
observe observed observers obsesión obsessed obsession obsolete obstacles obstruction obtain obtained obtener obtenido
obvio obvious obviously ocasiones ocasión occasion occasional occasionally occasions occidental occupied occur
occurred occurring occurs oce ocean ocho ocio octava octopus octubre ocultar oculto ocupa ocupación ocupado ocurra
ocurre ocurrido ocurrió odd oddly odds odia odiar odio of ofende ofender oferta ofertas off offence offend offended
offender offense offenses offensive offer offered offering offerings offers office officer officers offices official
officially officials offline offs offseason offset offshore offtake oficial oficiales oficialmente oficina oficio
ofrece ofrecen ofrecer ofrecido often ohh oil oils oily oir ojo ojos ok okay ol ola old older oldest olds olives olor
olvida olvidado olvidamos olvidan olvidar olvide olviden olvides olvido omelette omfg omg on once onde one ones
ongoing onion onions online only ons onto onwards opciones opción open opened opener opening openings openly opens
operaciones operación operate operated operating operational operations operativo operator operators opinan opinar
opinion opiniones opinions opinión opioid oportunidad oportunidades oposición opositor opositores opponent opponents
opportunities opportunity oppose opposed opposing opposite opposition oppressed oppression opresión ops opt opted
optimal optimism optimist optimistic optimize optimized optimum option optional options or oración oral orden
ordenador ordenar ordenes order ordered ordering orders ordinary ore oreja orejas org organic organisation organise
organised organismos organizaciones organización organizada organizado organizar organization organizations organize
organized organizing organs orgullo orgullosa orgulloso orgullosos orientation oriented origen original originally os
oscura oscuridad oscuro oscuros osea other others otherwise otoño otra otras otro otros ou ought ounce our ours
ourselves ousted out outage outages outbreak outcome outcomes outdated outdone outdoor outdoors outer outfit outfits
outing outlet outlets outline output outra outrage outraged outrageous outreach outright outro outros outs outside
outspoken outstanding outta outweigh ovarian ovarios ovejas oven over overall overcome overcooked overdone overdue
overflow overflowing overhaul overhead overlay overlooked overlords overly overnight overpriced overrated overseas
oversight oversized overtime overturn overview overweight overwhelmed overwhelming owe own owned owner owners
ownership owning owns oxygen oye oysters oído oír pa pace paced paciencia paciente pacientes pack package packages
packaging packed packet packets packing packs pacta pactado pactar pacto pactos pacífica pacíficos pad padre padres
pads paella paga pagado pagamos pagan pagando pagar pagas page pages pagina pago pagos pague paguen paid pain painful
painfully painless pains paint painted painting paintings pair pairs pais paise paises pal palabra palabras pale
palette palo palos pan panas pancakes pancarta pancartas pandemic panel panels panic panorama pantalla pantallas
pantalones panties pants paparazzi papas papel papeles papeleta papeletas papers paperwork papi papás paquete par para
parada parade parado parados paragraph parallel paranoid parar paraíso parcial pardon parece parecen parecer pareces
parecido parecio pareció parecía pared paredes pareja parejas parent parental parenting parents parezca parisinos
parked parking parlamentaria parlamentario parlamentarios parliamentary paro parody part parte partes partially
participación participado participan participant participants participar participate participated participating
participo particular particularly partida partidas partido partidopopular partidos parties parting partir partisan
partly partner partners partnership parts party partying pas pasa pasaba pasada pasado pasaje pasajeros pasamos pasan
pasando pasar pasaron pasará pasas pase pasear pasen pases pasillo pasillos paso pasos pass passage passed passenger
passengers passes passing passion passionate passive passport password past pasta pastas paste pasted pastries pastry
pasé paséis pasó pata patadas patas patatas patch patched patches patent path pathetic paths patience patient
patiently patients patio pato patrimonial patriota patriotas patriotic patron patronal patrons pattern patterns
patético pause paused pausing pavo pavor paw pay paycheck payday paying payment payments pays país países peace
peaceful peak peaked peanut peas pecho pedal pedals pedazo pedestrians pedido pedimos pedir pedo pedía pee peed peek
peep peeps peer peers pega pegado pegar pego pela pelea peli pelicula peligro peligrosa peligroso peligrosos pelis
pelo pelos pelota pelotas película películas pen pena penal penales penalizar penalized penalti penalties penalty
penas pencil pendeja pendejo pendiente pendientes pending penis penny pensaba pensado pensamiento pensamientos
pensamos pensando pensar pense pension pensiones pensionistas pensión pensé people peoples peor peores pepper peppers
peque pequeña pequeñas pequeño pequeños per perceived percent percentage perception perdemos perder perdida perdido
perdidos perdiendo perdieron perdió perdona perdáis perdí perdón perfect perfecta perfectamente perfection perfectly
perfecto perfil perform performance performances performed performer performers performing performs perfume perhaps
period periodismo periodista periodistas periods periódico periódicos perjudica perks permanent permanente permanently
permiso permission permit permita permite permiten permitido permitir permitirá permitió permits permitted pero perra
perrito perro perros persecución persecution perseguido perseguir persigue persist person persona personaje personajes
personal personales personalidad personalidades personalities personality personally personalmente personas personnel
persons perspectiva perspective persuade pertenece pesada pesadilla pesado pesar pesca pescado pese pesky peso pessoa
pessoas pet petición petition petrol petróleo pets petty pharmaceutical phenomenal phenomenon phhhoto philosophy
phishing phone phones phony photo photographer photography photorepost photos photoshoot phrase physical physically
piano pic pica pick picked picking picks pickup picky picnic pico pics picture pictured pictures pida pide piden
pidiendo pidió pido pie piece pieces piedra piedras piel piensa piensan piensas piense pienso pierced pierda pierdan
pierdas pierde pierden pierdes pierdo pierna piernas pies piezas pig pigs pilas pile pill pilla pillado pillow pillows
pills pilot pilotos pilots pimple pimps pin pinch pinche pinches pineapple ping pink pinned pins pint pinta pintar
pints pintura pipe pipeline piquetes piscina piso pisos piss pissed pisses pissing pista pistol pit pitch pitcher
pitches pitching pits pity pix pizza pizzas pla place placed placement placer places placing plague plagued plain plan
plana plancha plane planes planet planeta planning plano plans plant planta plantar plantea planteamiento plantear
planted plantilla planting plants plastic plate plates platform platforms platinum plato platos platter platters plató
play playa playable playas played player players playful playground playin playing playlist playlists playoff playoffs
plays playstati playthrough plazas plazo plazos plea pleaded pleading pleasant pleasantly please pleased pleasing
pleasure pledge pledged plena plenty plis plot pls plug plugged plugging plugin plumbing plunder plunge plural
pluralidad plus plz plástico pm población pobre pobres pobreza poca pocas pocket pockets poco pocos pod podamos
podcast podcasts pode podeis poder poderes poderosos podia podido podium podremos podrá podrán podrás podré podréis
podría podríamos podrían pods podéis podía podían poem poeta poetry point pointed pointer pointing pointless points
poised poison poisoning poisonous poke poker poking polar pole police policial policiales policies policing policy
policías polished polite politely political politically politician politicians politicos politics poll polling pollo
polls pollution poly polémica política políticamente políticas político políticos pon pond pone ponen poner ponerle
ponerme ponerse pones pong ponga pongan pongas pongo poniendo pony poo pool pools poop pooped poor poorer poorly pop
popcorn popped popping poppy pops popular populares popularity population população populismo populistas poquito por
porch porfa pork porn porno porq porque porra porras portable portada portadas portavoz portfolio portion portions
portrait portraits portrayal ports pos pose posed poses posesión posh posibilidad posibilidades posible posiblemente
posibles posiciones posición posing position positions positiva positive positivity positivo possession possibilities
possibility possible possibly post posted poster posterior posters posting postponed postre postres posts postura pot
potato potatoes potencia potencial potential potentially pots potter pound pounding pounds pour poured pouring pout
poverty povo powder power powered powerful powers ppl pq pra practica practical practically practice practices
practicing praise praised praises praising prank pray prayer prayers praying pre preach precariedad precedent precio
precios preciosa precioso precious precisamente precise precisely preciso predecessors predict predictable predicted
prediction predictions predominantly prefer preferably preference preferidos preferred prefiere prefieren prefiero
pregnancy pregnant pregunta preguntado preguntamos preguntan preguntando preguntar preguntaron preguntas pregunte
pregunto pregón prejuicios preliminary premature premiere premieres premium premiums prendas prensa preocupa
preocupación preocupada preocupado preocupan preocupante preocupes preorder preorders prep prepara preparación
preparada preparado preparados preparan preparando preparar preparation prepare prepared preparing prepping presas
preschool prescripción prescription preseason presence presencia present presenta presentación presentado presentamos
presentar presentarse presentará presentation presente presented presenting presento presents preserve presidency
presidentes presidential presidir presiones presión preso presos press pressed presser presses pressing pressure
prestaciones prestación prestar prestigio presunto presupuestaria presupuestario pretend pretende pretenden pretending
pretentious prettier prettiest pretty prevail prevaricación prevent prevented preventing preventiva prevents previa
preview previews previo previous previously previsible previsiones previsión prevista previsto prey price priced
priceless prices pricey pricing prick prima primaria primarias primaries primarily primary primavera primer primera
primeras primero primeros primetime primo principal principales principio principios principle principles print
printed printer printing prints prior prioridad prioridades priorities prioritize priority prisión prison prisoner
prisoners privacy privada privadas privado privados private privately privatización privatizar privilege privileged
privilegio privilegios prize prizes pro prob probable probablemente probably probado probar probe problem problema
problemas problematic problems probs procedure procedures proceed proceeded proceedings proceeds procesados proceso
process processed processes processing processor proclaimed procrastinating producción produce produced producer
producers producing product production productive productivity productivo producto productos products proetarras
profane profe profesional profesionales profesionalidad profesión profesor profesora profesores profession
professional professionalism professionals professors profile profiles profit profitable profits profound profunda
profundamente profundidad profundo program programa programas programme programmed programmer programming programs
progre progres progresista progresistas progreso progress progression progressive prohibido prohibir prohibited
prohíba project projected projecting projection projects prolly prologue prom promedio promesa promesas promete
prometido prometo prominent promise promised promises promising promo promoción promos promote promoted promoters
promoting promotion promotional promotions promover prompt prompted prompting promptly prone pronto proof prop
propaganda propagation proper properly properties property propia propias propiedad propio propios propone
proporcional proportion proportions proposal proposals proposed proposing props propuesta propuestas propuesto
propósito pros prosecuted prosecution prosecutor prosecutors prospect prospects prosperity prostitute prostitutes
protagonismo protagonista protagonistas protect protected protecting protection protective protects protege proteger
protein protest protesta protestan protestar protestas protesters protesting protests protocol prototype proud proudly
prove proved proveedores proven proves provide provided provider providers provides providing province provincia
provincias proving provision provisions provoca provocación provocado provocar provoke provoking proxima proximo proxy
proyecto proyectos prueba pruebas práctica prácticas próprio próxima próximas próximo próximos psyched psychological
pub public publica publicación publicado publicar publicas publication publicidad publicity publicly publico publish
published publishers publishing pubs puck pudding pude pudiera pudieron pudimos pudo pueblo pueblos pueda puedan
puedas puede pueden puedes puedo puentes puerta puertas pues puesta puesto puestos puff pug puke pull pulled pulling
pulls pulsera pump pumped pumpkin pun punch punched punches punching pundits punish punished punishing punishment
punitive punt punto puntos puntual pup puppet puppies puppy pups pura purchase purchased purchases purchasing pure
purely purge puro purple purpose purposely purposes purse pursue pursuit puse push pushed pushes pushing pushy
pusieron puso pussy put puta putas puto putos puts putting puñeta puñetera pyramid página páginas pánico pérdida
pérdidas pésimo pública públicamente públicas públicos quaint qualified qualify qualifying qualities quality quando
quantity quarantined quarter quarterback quarterly quarters que queda quedaba quedada quedado quedamos quedan quedando
quedar quedarme quedaron quedarse quedará quedas quede quedo quedé quedó queer queja quejan quem quema quemando quemar
quer queremos querer queria querida querido queridos queriendo queries query queráis queréis quería querían queso
quest question questionable questioned questioning questions quests queue queuing quick quicker quickly quid quiebra
quien quienes quiera quieran quieras quiere quieren quieres quiero quiet quieter quietly quince quirky quisiera quiso
quit quita quitado quitan quitar quite quits quitting quiz quizzes quizá quizás quién quiénes quote quoted quotes
quoting qué rabbit rabia rabid race races racial racially racing raciones racism racismo racist racista racists ración
rack rad radar radical radicales radio raffle rag rage raging raid raided raiding raids rail rain rained raining rains
rainy raise raised raises raising rallies rally rallying ramen ramp rampant ran ranch rancio random randomly randoms
rang range ranging rank ranked ranking rankings ranks rant rap rape raped rapid rapidly rapido raping rapist rapper
rappers rapping rara rare rarely raro rash rat rata ratchet rate rated rates rather rating ratings ratio rational
rationale ratito rato ratos rats rave ravioli raza razon razonable razones razor razón rd re reacciones reacción reach
reached reaches reaching react reacting reaction reactions reacts read reader readers reading reads ready real reales
realidad realise realised realising realism realistic reality realizado realizando realizar realize realized realizes
realizing really realm realmente realty realy reap reaper rear reason reasonable reasonably reasoning reasons rebaja
rebajar rebelión rebels reboot rebound rebounds rebuild rebuilding rebuilt recall recalled recap recaudar receipt
receive received receiver receivers receives receiving recent recently recepción reception recesión recession receta
rechaza rechazar rechazo recibe reciben recibido recibiendo recibimos recibir recibo recieved recinto recipe recipes
recipients recién reckless reckon reclaim reclaman reclamar recoger recognise recognition recognize recognized
recognizes recognizing recomendable recomendaciones recomendación recomendado recomendamos recomendar recomienda
recomiendo recommend recommendation recommendations recommended recommending recommends recon reconnect reconoce
reconocer reconocido reconocimiento reconsider reconstrucción reconstruir record recordado recordar recorded recording
recordings records recorrer recortar recorte recortes recover recovered recovering recovers recovery recreate recreo
recruit recruiting recruitment recuento recuerda recuerdan recuerdo recuerdos recupera recuperación recuperar
recurring recurso recursos recycle recycled recycling redacción redd redeem redeeming redemption redes redesign
redownloaded reducción reduce reduced reduces reducido reducing reducir reduction redundant reel ref refer referee
reference references referencia referendum referente referred referring refers referéndum referéndums refería refiere
refiero refill refills reflect reflected reflecting reflection reflects reflexionar reflexión reflux reform reforma
reformar reformas reformista reforms refresh refreshing refrigerator refs refugee refugees refund refunded refusal
refuse refused refuses refusing reg regain regala regalado regalando regalar regalaron regalitos regalo regalos regaló
regard regarded regarding regardless regards regeneración regime region regional regionales register registered
registering registrado registration registry región regla reglamento reglas regresa regresar regreso regression regret
regrets regretting regular regularly regulars regulated regulation regulations regulator regulators regulatory rehab
rehearsal rehearsals rehenes reinforce reinstall reir reivindicar reject rejected rejection rejects rejoice rejoin
relacion relaciones relación relajado relapse relatable relate related relating relation relations relationship
relationships relative relatively relatives relato relator relax relaxation relaxed relaxin relaxing release released
releases releasing relegated relentless relevant reliability reliable relief relieve relieved relieving religions
religioso religious religión relive reload reluctant rely relying remain remained remaining remains remake remark
remarkable remarkably remarks remaster remastered rematch remedio remember remembered remembering remembers remind
reminded reminder reminders reminding reminds remix remorse remote remotely removal remove removed removing rencor
render rendered rendering renew renewable renewal renewed renovación renovar renovation renovations rent renta rental
rentas renting rents renuncia renunciar reopen repago repair repaired repairs repaso repeal repeat repeated repeatedly
repeating repente repetir repite repito replace replaced replacement replaces replacing replay replied replies reply
replying repo report reportaje reported reportedly reporter reporters reporting reports repost repostapp represent
representa representación representan representante representantes representar representation representative
represented representing represents represión reproducción reproduction reptiles republicana republicanas republicano
republicanos repulsive reputation request requested requesting requests requiere require required requirement
requirements requires requiring reread res resaca rescatar rescate rescheduled rescue rescued research researchers
researching resent resentment reserva reservar reservation reservations reserve reserved reserves reset resets
resetting residence residential residents resign resignación resignation resigned resist resistance resistant
resisting resolución resolution resolve resolved resolver resort resource resources respaldar respaldo respect
respectable respected respectful respecting respective respectively respecto respects respeta respetan respetar
respeto respirar respond responde responded responder responders responding responds responsabilidad responsabilidades
responsable responsables response responses responsibilities responsibility responsible responsive respuesta
respuestas rest restart restarted restarting restauración restaurant restaurante restaurantes restaurants restaurar
rested resting resto restoration restore restored restoring restos restraint restrict restricted restrictions restroom
restructuring resturant result resulta resultado resultados resulted resulting results resultó resume resumen resumes
retail retailer retailers retain retard retarded retards rethink retirada retirar retire retired retirement retiring
reto retorno retos retraso retreat retuitean return returned returning returns retweet retweeted retweeting reunido
reunion reuniones reunirse reunite reunited reunión rev revamped reveal revealed revealing reveals revelation revenge
revenue revenues reverse reversed review reviewed reviewing reviews revisar revise revised revising revision revisit
revista revival revive revolution revolutionary revolver revés reward rewarding rewards rewatch rework rewrite reír
reúne rhetoric rhymes rhythm rib ribbon ribs rica rice rich richest rico ricos rid ridden riddled ride rider riders
rides ridiculous ridiculously riding ridículo riendo riesgo rifle rig right righteous rightly rights rigor ring
ringing rings ringtone riots rip ripe ripped ripping rips riqueza risa risas rise risen rises rising risk risks risky
risotto rite ritmo ritual rival rivales rivals rlly rly rn road roads roadtrip roast roasted roba robado roban robando
robar robaron robbed robbery robbing robo robot robots robust rock rocked rockin rocking rocks rode rodea rodeado
rodillas rojas rojos role roles roll rolled roller rollercoaster rollo rollout rolls romance romantic rompe romper
romántica roof rooftop rookie room roomie roommate roommates rooms root rooting roots ropa rope ropes rosas rosca
roses roster rosters rostro rotation roto rotos rotten rough roughly roulette round rounder rounds rout route router
routes routine rover row rows royale royalty rua rub rubbed rubber rubbing rubbish rude rudely rueda ruedas rug ruido
ruin ruina ruined ruining ruins rule ruled rules ruling rumbo rumor rumored rumors rumour rumours run runner running
runny runs runway rupee rupees ruptura rural rushed rushing rusos ruta rutina rápido récord régimen sa sabado sabe
sabemos saben saber saberlo sabes sabia sabido sabiendo sabor sabores sabroso sabéis sabía sabían saca sacado sacan
sacando sacar sacarle sacaron sack sacked sacks saco sacrifice sacrifices sacrificing sacrificio sacrificios sad
saddened saddest saddle sadly sadness safe safely safer safest safety saga sagrado said sail sake sal salad salads
salarial salaries salario salarios salary saldremos saldrá sale salen sales salga salgan salgo salida salido saliendo
salieron salimos salio salir salió salmon salsa salt saltado saltar saltarse salto salty saluda saludar saludo salva
salvado salvar salvo salí salía salón same sample samples sana sanciones sanction sanctions sandals sandwich
sandwiches sane sang sangre sanitaria sanitario sanitarios sanity sano sans saque saquen sarcasm sarcastic sashimi
sassy satellite satire satisfaction satisfactory satisfied satisfy satisfying sauce sauces sauna sausage savage save
saved saver saves saving savings savvy saw say sayin saying says scale scallops scalpers scam scammed scammers
scamming scan scandal scanner scanning scar scarce scare scared scares scarf scariest scaring scars scary scathing
scattered scenario scenarios scene scenes schedule scheduled schedules scheduling scheme schemes scholar scholarship
school schools sci science scientific scientist scientists scoop scope score scored scorer scores scoring scout
scrambled scrap scrape scratch scratched scratches scratching scream screamed screaming screams screen screened
screening screens screenshot screenshots screw screwed screwing screws scrimmage script scripted scroll scrolling
scrub scrumptious scrutiny scum se sea seafood seal sealed seamless seamos sean search searched searches searching
seared seas season seasonal seasoned seasons seat seated seating seats seca secesionistas secesión second secondary
seconds secret secreta secretly secreto secrets secta sectarios section sections sector sectores sectors secuestrados
secuestro secular secure secured security sede sedición see seed seeds seeing seek seeker seeking seeks seem seemed
seemingly seems seen sees segment seguido seguidores seguidos seguimiento seguimos seguir seguiremos seguirme seguirá
seguirán segunda segundo segundos segura seguramente seguro seguros seguís según seis seizure select selected
selecting selection selections self selfie selfies selfish sell seller sellers selling sells selves sem semana semanas
semejante semester semestre semi semifinal semifinales seminar sempre senadores sencilla sencillamente sencillo send
senda sending sendo sends seniors sensación sensational sense senseless sensibilidad sensible sensitive sensitivity
sensor sent sentada sentado sentados sentarse sentence sentenced sentences sentencia sentencias senti sentido sentidos
sentiment sentimiento sentimientos sentimos sentir sentirme sentirse sentí sepa sepan separación separatas separate
separated separately separates separation separatismo separatista separatistas sepas septiembre sequel sequels
sequence ser sera seremos seres seria serie series serio serios serious seriously seriousness serlo serve served
server servers serves service services servicio servicios servido servidor serving servir será serán serás seré sería
serían sesh sesión session set sets setting settings settle settled settlement setup seu seus seven seventh sever
several severe severely sewing sex sexiest sexism sexist sexo sexual sexuality sexually sexy señal señala señora
señores señorita shabby shade shades shadows shady shake shaking shaky shall shallow shambles shame shamed shameful
shaming shampoo shape shaped shaping share shared shareholder shareholders shares sharing shark sharks sharp sharply
shattered shave shaved shaving shawty she shed sheep sheer sheet sheets shelf shelling shelter shelves shenanigans
shes shift shifted shifts shill shine shines shining shiny ship shipments shipped shipping ships shirt shirtless
shirts shit shite shithole shits shitshow shitting shitty shld sho shock shocked shocking shockingly shoe shoes shook
shoot shooter shooters shooting shootings shoots shop shoppers shopping shops shore short shortage shortages shortcut
shorter shortly shorts shot shotgun shots should shoulda shoulder shoulders shouldn shouldnt shout shouted shouting
shove shovel show showcase showed shower showered showers showing shown shows shredded shrimp shud shuffle shut
shutdown shutting shuttle shy si siblings sick sickness side sidebar sided sidekick sides sidewalk sideways sido
siempre siendo sienta sientan siente sienten sientes siento siesta siete siga sigamos sigan sigh sight sighting sights
siglo siglos sign signal signals signature signed significa significado significance significant significantly signing
signo signos signs sigo sigue siguen sigues siguiendo siguiente sii silence silenced silencio silenciosa silent
silently silla silly sillón simbólico similar similarities similarly simpatizantes simple simplemente simpler
simplicity simplistic simply simpático simulator simultaneously sin since sinceramente sincere sincero sindicales
sindicalistas sindicatos sing singer singers singing single singles sings sinister sink sinking sino sins sinus sip
sipping siquiera siren sirens sirva sirve sirven sis sissy sistema sistemas sister sisters sit sitcom site sites sitio
sitios sits sitting situacion situaciones situación situado situated situation situations six sixth siya size sized
sizes skating skeleton skeptical sketch sketches sketchy skies skiing skill skilled skills skin skinned skinny skins
skint skip skipped skipping skips skirt skool skull slacking slam slammed slap slapped slapping slaps slaughtered
slave slavery slaves slaying sleek sleep sleepin sleeping sleepless sleepover sleeps sleepy sleeve sleeves slept slice
sliced slices slick slid slide slider slides sliding slight slightest slightly slim slinky slip slipped slippery
slipping slips slogan slope sloppy slot slots slow slowdown slower slowing slowly sluggish slump slur slurs slut smack
small smaller smallest smart smarter smartest smartphone smashed smashing smear smell smelled smelling smells smelly
smh smile smiled smiles smiley smiling smoke smoked smokes smoking smooth smoother smoothie smoothly smth smug snack
snacks snag snake snakes snap snapchats snapped snapping snaps snapshot sneak sneaking sneaky sneeze sneezing sniff
sniper snow snowflakes snowing snowy snuggle so soak soaked soaking soap soar soaring soars sob sobbing sober
soberanía sobra sobran sobre sobres sobretodo sobrevivir soccer social socialdemocracia sociales socialismo socialista
socialistas socially sociedad sociedades society socio socios sock socks soda sofa soft softball soften softer
software sofá soggy soil sois sola solamente solar sold soldado soldados soldiers sole solely solicitud solid
solidaria solidaridad solidarity solito solo solomillo solos soltar solucionar soluciones solución solution solutions
solve solved solvencia solving sombra sombras some somebody someday somehow someone someones somethin something
sometime sometimes somewhat somewhere somos son song songs sonido sonreír sonrisa sonrisas soo soon sooner sooo soooo
sooooo soooooo sooooooo soooooooo soothing sopa sophisticated sophomore soportar soporto sore soreness sorprende
sorprenden sorprendente sorprendido sorpresa sorpresas sorrow sorry sort sorta sorted sorteo sorting sorts sos
sostenible sostiene sou sought soul sound sounded sounding sounds soundtrack soundtracks soup soups sour source
sources soy soñado soñar space spaces spacious spaghetti spam spammers spamming span spare spark sparked sparkle
sparkling sparse spawn spawning spawns speak speakers speaking speaks special specialist specialization specially
specials specialty species specific specifically specifications specifics specified specs spectacle spectacular
speculation speech speeches speechless speed speeding speeds speedy spell spelled spelling spells spend spending
spends spent spew spices spicy spiders spike spill spilled spin spinach spine spinning spirited spirits spiritual spit
spite splendid split splits splitting spoil spoiled spoiler spoilers spoiling spoke spoken spokesman sponsor sponsored
sponsoring spontaneous spooky spoon sport sporting sports spot spotlight spots spotted spotty spouse spray spread
spreading spreads spreadsheet spree squad squads square squash squat squeeze squeezed squirrel srsly sry st sta stab
stabbed stability stable stack stacked staff staffers stage stages stained stains stairs stake stakes stale stalk
stalker stalking stall stalled stalls stamina stamp stamps stance stand standard standards standby standing standout
stands stans stare stared stares staring stars start started starter starters starting starts startup starvation
starving stat stated statement statements states static stating station stations statistics stats statue status stay
stayed staying stays steady steak steaks steal stealing steals stealth steamed steel steep steer steering stellar stem
step stepped stepping steps stereo stereotype stfu stick sticker stickers sticking sticks sticky stiff still stimulus
stink stinking stinks stinky stint stitches stitching stock stockists stocks stoked stole stolen stomach stomping
stoned stood stop stopped stopping stops storage store stored stores stories storm storms story storyline storytelling
stove straight strain stranded strange strangely stranger strangers strap strategic strategies strategist strategy
straw strawberries stray streak streaks stream streamed streamer streamers streaming streamlabs streams street streets
strength strengthen strep stress stressed stressful stressing stretch stretched stretching strict strike striker
strikes striking string strings strip stripe striped stripes stripped stripper strippers strips strive striving stroke
stroll strong stronger strongest strongly struck structure structured structures struggle struggled struggles
struggling stubborn stuck stud student students studied studies studio studios study studying stuff stuffed stuffing
stuffs stumble stumbled stumbles stump stunned stunning stunt stupid stupidest stupidity stuttering style styles
stylish stylist su sua suas suave sub suba subasta subdued sube suben subida subidas subido subiendo subir subió
subject subjects submarine submission submissions submit submitted submitting subo subreddit subs subscribed
subscriber subscribers subscription subscriptions subsequent subsequently subsidiary subsidy substance substances
substantial substantially substantive substitute subtitles subtle suburb suburban suburbs subvenciones subway succeed
succeeded succeeding success successful successfully sucede suceder sucedido sucediendo sucedió suceso such sucia
sucio suck sucked sucker sucking sucks sucky sudden suddenly sueca sued sueldo sueldos suelen suelo suena suerte sueño
sueños suffer suffered suffering suffers sufficient suficiente suficientes sufre sufren sufrido sufriendo sufrimiento
sufrir sufrió sugar sugerencias suggest suggested suggesting suggestion suggestions suggests suicida suicide suicidio
suing suit suitable suitcase suite suited suits sum suma suman sumar summ summary summer summers summit sumo sums
sumthin sunburn sunburned sunglasses sunk sunny sunrise sunset sunsets sunshine super supera superado superar superb
superhero superior superiores superioridad supermarket supermercado supero superstar supervivencia supo supone supongo
supplied supplier supplies supply support supported supporter supporters supporting supportive supports suppose
supposed supposedly suppress supr supremacismo supremacista supremacistas supremacy suprimir suprise suprised supuesta
supuestamente supuesto sure surely surf surfaced surge surgery surges surpass surprise surprised surprises surprising
surprisingly surreal surrender surround surrounded surrounding surroundings surveillance survey survival survive
survived surviving survivors sus sushi suspect suspected suspects suspend suspended suspendido suspending suspension
suspensión suspicion suspicious sustain sustainable sustained susto sux suya suyas suyo suyos swallow swamp swap sway
swear swearing sweat sweater sweating sweats sweatshirt sweaty sweep sweeping sweet sweeter sweetest sweetheart
sweetie sweetness sweets swelling swim swimming swimsuit swing swinging swings swipe switched switches switching
swollen sword sworn symbol symbolic symbols sympathy symptom symptomatic symptoms sync syncing syncs syndicate
syndrome syrup system systemic systems sábado sábados sé sí símbolo símbolos só sólo súper ta tab tabaco table tables
tablet tabs tackle tackling taco tacos tactical tactics tad taehyung tag tagged tagging tags tail take takeaway taken
takeout takeover takes takin taking tal talc talcum tale talent talented talento talents talk talked talkin talking
talks tall talla taller tamaño tambien también tame tampoco tan tank tanks tanning tanques tanqueta tanta tantas tanto
tantos tantrum tantrums tap tapar tapas tape tapes taping tapped tapping tapón tarde tardes tarea tareas targeted
targeting targets tarjeta tarjetas tart tasa tasas task tasks taste tasted tasteless tastes tasting tasty tat tattoo
tattooed tattoos taught tax taxed taxes taxi taxis taxpayer tb tbh tch te tea teach teacher teachers teaches teaching
team teaming teammate teammates teams teamwork tear tearing tears teas tease teaser teasing tech technical technically
technician technique techniques techno technologies technology techo tecnología tecnologías tee teenage teenager
teenagers teens teeth teh tela tele telecom telephone teleport televised television televisiones televisión tell
telling tells telly teléfono teléfonos tem tema temas temazo temor temp temper temperatura temperature temperatures
template templates templo temporada temporadas temporal temporales temporarily temporary temprano tempted tempting
tempura ten tend tendencia tendencias tendencies tender tendremos tendrá tendrán tendrás tendré tendréis tendría
tendrían tends teneis tenemos tener tenes tenga tengamos tengan tengas tengo tengáis tenia tenias tenido teniendo
tennis tens tense tension tensions tensión tent tenure tenéis tenía teníamos tenían tenías teoría tequila ter tercer
tercera tercero tercio term termina terminado terminal terminan terminar terminas termine termino terminó terms
ternera terraza terremoto terreno terrible terribly terrific terrified terrifying territorial territorio territory
terror terrorism terrorismo terrorist terrorista terroristas terrorists terrorize tertulia tertulianos test testament
tested testify testigo testigos testimonio testimonios testimony testing tests tetas text texted texting texto textos
texts texture textures tf th tha than thang thanked thankful thankfully thanking thanks that thats the theater
theaters theatre theatres thee theft theguardian their theirs them theme themed themes themselves then theoretical
theories theory therapist therapy there therefore theres these thesis theverge they theyre thi thick thier thighs thin
thine thing things thingy think thinkin thinking thinks third thirsty thirty this thnx tho thorough thoroughly those
thou though thought thoughtful thoughts thousand thousands thr thrash thread threads threat threaten threatened
threatening threatens threats three threesome threw thrill thrilled thrilling thrive thriving throat throne throttling
through throughout throw throwing thrown throws thru tht thug thugs thumb thumbnail thumbs thus thx thy ti tick ticked
ticket tickets ticking tide tidy tie tied tiempo tiempos tienda tiendas tiene tienen tienes tier tiers ties tight
tightening tijera tik tikka til tiles till tilt time timed timeline timely timeout times timing tiny tinyurl tio tip
tipa tipo tipos tipped tipping tips tipsy tira tirado tirados tiramisu tirano tiranía tirar tire tired tires tiring
tiro tiros tis tissue title titles tits titular titulares tix tmr tmrw to toalla toast toasted toca tocado tocan tocar
toco tocó tod toda todas todavia todavía today todays todo todos toe toes tofu together toggle toilet tok token told
tolerance tolerancia tolerante toll toma tomada tomado toman tomando tomar tomate tomato tomatoes tome tomen tommorow
tomo tomorow tomorrow tomé tomó ton tone tones tongue tonight tonights tonite tono tons tonta tontería tonterías tonto
tontos too took tool tools tooo toooo tooooo tooth toothache toothpaste top tope topic topical topics topped topping
toppings tops toque tore tormenta torn torneo torno toros torta tortilla torturas torture tortured toss tossed total
totalidad totalitario totalitarios totally totalmente tots touch touchdown touched touches touching tough tougher tour
touring tourist tourists touristy tournament tournaments tourney tourneys tours touted toward towards towel towels
towers town towns toxic toxicity toy toys trabaja trabajado trabajador trabajadora trabajadores trabajan trabajando
trabajar trabajas trabajo trabajos trace tracing track tracked tracking tracks traction trade traded traders trades
tradicional tradición trading tradition traditional traducción trae traen traer traffic trafficking tragedia tragedias
tragedy tragic traición traidor traidores traiga trail trailer trailers trailing trails train trained trainer trainers
training trains traitor traits traje trajeron trajes trajo tram trama trampa tranquila tranquilidad tranquilo
tranquilos transaction transactions transcript transfer transferred transform transformation transformed transgender
transit transition translate translated translation transmission transparency transparent transport transportation
transporte trap trapped tras trash trashed trashy traslado traspaso trata tratamiento tratan tratando tratar trato
traumatic travel traveled traveling travelling travels travesty través tray trayectoria traído treason treasures treat
treated treating treatment treats tree trees tremenda tremendo tremendous tren trend trends trendy trenes tres trial
trials tribunales tribute trick tricked tricks tricky tried tries trigger triggered triggers trillion trillions
trilogy trim trimestre trio trios trip triple trippin tripping trips triste tristes tristeza triumph triunfo trivia
troll trolled trolling trolls troops tropas trophies trophy tropical trouble troubled troubles troubling trousers
truck trucks truco true trueachievements truly trunk trust trusted trusting trustworthy truth truthful truths try
tryin trying tryna trynna trágico trámite tshirt tshirts tu tub tube tubes tucked tudo tuit tuitear tuiteros tuition
tuits tumba tumbar tumble tummy tuna tune tuned tunes tuning tunnel turd turistas turmoil turn turnaround turned
turning turno turnout turnover turns turnt turtle turística tus tutorial tutorials tuve tuviera tuvieran tuvieron
tuvimos tuvo tuya tuyo tuyos tv tweeps tweet tweeted tweeters tweeting tweets twelve twenty twice twist twittering
twitteros twitters two txt tying type typed types typical typically typing typo typos tyranny tá té técnica técnico
técnicos término términos tí tía tío típico título títulos tú túnel ubicación ubicado ugh ugliest ugly uhd uhm ultima
ultimately ultimo ultimos ultra ultraderecha ultras um uma un una unable unacceptable unanimidad unanswered unarmed
unas unattractive unavailable unaware unban unbearable unbeaten unbelievable unbelievably unbiased unborn unboxing
uncertain uncertainty unchanged unclear uncomfortable unconditional unconstitutional uncovered undecided undefeated
under underestimate underlying undermine underneath underrated underserved understand understandable understanding
understands understatement understood underwater underway underwear undo undoubtedly une uneasy uneducated unemployed
unemployment unen unethical unexpected unexplained unfair unfinished unfit unfold unfollow unfollowed unfollowers
unforgettable unfortunate unfortunately unfriendly unfunny unhappy unhealthy unheard unhelpful uni unica unico unicorn
unida unidad unido uniform uniforme uniforms uninformed uninstall uninstalled uninstalling unintentionally unionista
unionistas unions unique unir unit unite units universe universidades universities unk unknown unless unlike unlikely
unlimited unlock unlocked unlucky unmatched unnecessarily unnecessary uno unos unpaid unplayable unpleasant unpopular
unprecedented unprepared unproductive unprofessional unranked unrealistic unreasonable unreliable unrest unsafe
unsuccessful unsure until untill unto untrue unusable unusual unveil unveiled unveiling unwanted up upbeat upcoming
update updated updates updating upfront upgrade upgraded upgrades upgrading uplifting upload uploaded uploading
upmarket upon uprising ups upscale upset upsetting upside upstairs upto upvote upvotes upward ur urge urged urgencia
urgent urgente urgentes urging urna urnas urs urself us usado usage usan usando usar use used useful useless username
users uses using uso usted ustedes usual usually usuario usuarios usurpación usurpador utiliza utilizado utilizan
utilizando utilizar utilizing utm utopia utter utterly uñas va vacaciones vacation vacay vaccinate vaccinated
vaccinating vaccination vaccinations vaccine vaccines vacuum vacía vacío vagina vague vaguely vai vais vale valen
valenciano valencianos valentía valer vales valid validation valiente valientes valor valora valorar valores valuable
valuation valuations value valued values vamos vampires van vanished variada variado variant variants varias varied
variedad varieties variety varios various vary vas vasca vascos vaso vast vastly vault vax vaya vayan vayas vc ve vea
vean veas veces vecino vecinos veg vegan vegetable vegetables vegetarian veggie veggies vehicle vehicles veins veinte
veis velocidad velvet vemos ven vencer vencido venda vende venden vender vendido vendor vendors vendrá venezolano
venga vengan venganza vengas vengo venido venir vent venta ventaja ventana ventas venture venue venues venía veo ver
verano veras verbally verdad verdadera verdaderas verdadero verdades verde verdes verdict veremos verga verge vergonha
vergonzoso verguenza vergüenza verification verified verify verla verle verlo verlos verme vernos versatile verse
verses version versions versión versus verte vertical very verá verás veré ves vest vestida vestido vestidos vestuario
vet vete veto vez veáis veía vga vi via viable viajar viaje viajes vibe vibes vibrant vicio vicious victim victimismo
victims victories victory vid vida vidas video videoclip videogame videos vids vieja viejas viejo viejos viendo viene
vienen vienes viento viernes vieron view viewed viewer viewers viewership viewing views vigente vigilancia vigor vile
villain vimos vinculante vinegar vinieron vino vinos vintage vinyl vio violación violadores violar violate violated
violates violating violation violations violence violencia violent violenta violento violentos viral virtual virtually
virtudes virus viruses visibility visible visibly vision visit visita visitado visitar visitas visited visiting
visitor visitors visits visión vista vistas vistazo viste visto visual visually visuals vital vivan vivas vive viven
vives vivid vivido vivienda viviendas viviendo vivimos vivir vivo vivos vlog vocal vocals voces você vodka voice
voiced voicemail voices volando volatile volatility volume volumen volumes voluntad voluntarily volunteer volunteering
volunteers volvemos volver volveremos volverá volverán volviendo volvió volví vomit vos vosotros vota votaciones
votación votada votado votamos votan votando votantes votar votaron votaré vote voted voten voter voters votes voting
voto votos votó voucher vowed voy voz vs vu vuelo vuelos vuelta vueltas vuelto vuelva vuelvan vuelve vuelven vuelves
vuelvo vuestra vuestras vuestro vuestros vulnerability vulnerable válido vão vía víctima víctimas vídeo vídeos wack
wacky wage wages wagon waist wait waited waiter waiters waitin waiting waitress waitresses waits waitstaff wake wakes
waking walk walked walking walks wallet wallpaper walls wan wana wand wander wandering wank wanna wannabe want wanted
wanting wants war wardrobe warfare warlock warm warmed warmer warming warmly warms warmth warn warned warning warns
warrant warranty warrenty wars wary was wash washed washer washes washing wasn wasnt wasp wassup waste wasted wasting
wat watch watched watches watchin watching water watered waterfall watering watermark watermelon waters wats wave
waved waves waving wax way ways wayyy wbz we weak weaken weaker weakness wealth wealthy weapon weapons wear wearing
wears weary weather weave web webcam webinar webpage website websites wedding weddings wee weed week weekday weekend
weekends weekly weeks weep weigh weighed weighing weighs weight weights weird weirdest weirdo welcome welcomed
welcoming welfare well wellness wen went were weren werent wet whack whale what whatever whatnot whats whatsoever
wheat wheel wheels when whenever where whereas wherever whether which while whilst whine whining whip whipped
whirlwind whiskey whistle white whn who whoever whole wholesale wholesome whom whoop whopping whore whores whos whose
wht why wicked wide widely widens wider widespread widget widgets wierd wif wife wifey wig wiggle wild wilderness
wildin wildlife wildly will willfully willing willingness win wind window winds windshield windy wine wines wing wings
wink winner winners winning wins wipe wiped wire wired wireless wisdom wise wish wished wishes wishing wit with
withdraw withdrawal withdrawn within without witness witnessed witnesses witty wiv wives wknd wks wld woes woke woken
wolf woman women womens won wonder wondered wonderful wonderfully wondering wonders wont wood wooden woop word worded
words wore work worked worker workers workforce workin working workout workouts workplace works workspace world worlds
worldwide worm worn worried worries worry worrying worse worship worst worth worthless worthwhile worthy would wouldn
wouldnt wound wounded wounds wow wrap wrapped wrapping wraps wrath wreck wrecked wrestle wrestling wrist write writer
writers writes writing written wrong wrote wtf wth wud www xbo xenophobic xoxo xxx xxxx ya yacht yah yal yall yard
yards yarn yas yay yea yeah year yearbook yearly years yeh yell yelled yelling yellow yells yen yendo yer yerno yes
yesterday yet yield yields yikes yo you youll young younger youngest youngsters your youre yours yourself yourselves
youth youtu youu youuu yr yrs yuan yuck yucky yummy zer zero zip zona zonas zone zones zoo álbum ámbito ánimo ánimos
árbitro árbol área él épica épico época és ésta éste ésto éstos ética ético éxito éxitos órdenes órganos última
últimamente últimas último últimos única únicamente únicas único únicos útil útiles
`.split(/\s+/),
)

/** Words for which that is three to eight times as often: many are names as well, such as "Target" and "Shell". */
export const COMMON_OR_NAMES: ReadonlySet<string> = new Set(
  `
abogados abril abs academic accelerating ace admin administraciones aeropuerto agosto ah aircraft akin alcalde
alcaldes alcaldesa aliens alley ally aluminum andreas anniversary annual anonymous appeals aprovecha arc arcade arco
aretes arquitectura artificial ashes athletic attorney aunt auntie autonomía autor autumn aviones aw ay bacon bae
banana banca bank barber bash basil bass battlegrounds battlepass beast belga bell bella belleza bend bi bibliotecas
bieber big bill bin biology bipolar bistro blade blanca blanco bleach blessings blip bloody blossom blue blues
bluetooth bolsa bolt bomberos bond bones boom borderline borders bow bowling boxing breezy bride bronze brown bu buck
bull bullet bulletproof bun burns butterfly ca caballero cabinet cadenas cafe caja cam caminantes camo camp campeón
campos cannon capitalism carretera carta casino catalan católica católicos caviar ce censo centros century cha
chairman chamber champagne champion championship champs chaos chapter chase cheddar chem cherry chief chili choque
chronic chubby church ciencia circuit circus citizen city ciudadanía ck clothing cloud clubs clutch cm cn co cocoa
coke colonia comedy comic commander commission commissioner committee communal communist comunidades confía congrats
connecting consejero consejos conservative conservatives constitucional constitutional convenio cooperación copyright
corona coronavirus correos corridos corrupted corte counterfeit cowboy creative creativity creed cricket crown cubano
cube cuentas cuerpos cultura cupcake cure cursor código dad daddy daily dairy dark darkness dawn decreto deem defensa
defense defensor dejé delegación delegado department derecho descansa desert desperation devil devils diamonds
diciembre diesel dietas ding diplomacy diputados dirección disability discapacidad district diva division doc doctor
domingo dong dot dp dragon dragón drum du dub dulce dungeon dy dynamo eagle earnest eats eclipse econ economics edad
edge edit educación ejecutivo electronics elf els embajador enero engineering enterprise eo ep epic er espejo esports
espresso estadio eve exo fairy farmer farmers fashion faux fe fedora feminism ferry fifty filthy flores fora forest
formación formula foster fountain fourth fr fracasado freaky freddy fringe frog ft fu fuerzas fury fórmula gala
gangsta garantías gardens gates geek gents geography gifs girlfriends gj glam glee globe glory gluten gobiernos
goddess gods goodnight googled gorilla gossip governor govt grace grandma grandpa granny grateful gravity gray green
greetings grey grupo gt guerra guild hall halls harmony hatch heartbreak heat heaven heavens hello heritage heroes hey
hi hindi hive hmm hmmm ho hog holder homecoming homer homo hon horizon humanidad hump hunger hut hv hw hybrid hyper hz
iam ida ik imma immigration imperio inauguration indie infamous informativos ink instructors international internet
invisible io ive jackets jefa jelly jet jingle jk johns jornadas journal joyful js judge juego juegos junio junior
justicia justified ka karma kay kg ki kiero kindergarten lace lady lakes lamb lasagna lavender legend leisure lemme
ley leyenda lg liar liberals libertarian libs lid ligas limb limp lion lis literatura lt machine mahi maiden maldita
malicious mane manga manifiesto mansion maquillaje mar marca marijuana marzo mass master matrix mayo meanwhile
medicina melee meltdown memorial mercy mesa mexicana mexicano mg ministro ministry miracle mission miércoles mmm mn mo
mob modern mommy monster monsters mother mount mountain muffin municipios museum myspace médicos nación nations
nationwide native navideño nazi neon nerf nest neural nevermind nomas noon northeast noviembre nt nuggets numero nurse
nurses oblivion oe oh ojalá ole oops opera operation orange orita oro oso ouch outlook outperform ovr oyster pals
pancake panda park parmesan partial paseo pastor patria patrimonio patriot patriotismo payaso paz pedidos penguin perk
peña pf pharma pharmacy phase photograph physicians physics pimp pine pinky pirate plataforma poema pokemon policia
politica poorest poppin porqué port portal portavoces premio presentations presidenta presidente presupuesto
prevention priest prime princesa prisa prix procés professionally professor protección protector pts puente pulse
pumpkins punk pymes público qe ql qtr quad quarantine ra rails railway raw rays rebel reconciliation red referèndum
regiones registro reign religiosa remedy reps resistencia respawn retro retweets revelations rigged rim river robos
rocket roja rojo runners rush rust ruthless sacred sage sala salud salvation sanctuary sand santo savior scams scenery
scrubs sec sección secretaria secretary securities seguridad selección semis senior serial sesame señor sh shadow
shameless shell shield shipment shoutout shouts showdown silver sim sincerely sir skate ski sky slack slate slay
sniping socialism socialist sol soldier sonora sons souls spa speaker spectrum spice spirit spring spy stadium
starring startups state stir stone stones strawberry strictly subscribe sue sun surface surfing swag swift swine
switch são tablets tails tales target tarifa taxpayers teatro tesis thank thanx thief thieves thriller throwback
thunder tia tierra tiff tile timer tin tk toddler tortura tow tower transición tratado trauma treasure trek trending
triangle tribe tribuna trofeo trono tráfico tuiter turbo turf tw twat twin twins twisted twit twitpic ty ult ultimate
umbrella uncle underground universal universo unreal unstable unstoppable upper urban vanilla vanity vara vasco veal
venezolana venezolanos vera veteran veterans victoria village virgin viva vods void volleyball waffle waffles wall
ward warehouse watchdog wearables weeknd whites widow wifi wil winter witch wk wo wolves woo woods woot workshop
wrestler xa xq xt xx ye yep yoga yu yum zapatos zombie zombies
`.split(/\s+/),
)
