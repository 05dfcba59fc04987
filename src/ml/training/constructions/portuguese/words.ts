/** Words and phrases that fill the slots of Portuguese constructions; see `../words.ts`. */
export const SLOTS: Readonly<Record<string, string>> = {
  PA: `
bom|boa|ótimo|ótima|excelente|maravilhoso|maravilhosa|incrível|lindo|linda|perfeito|perfeita|rápido|rápida|confiável
divertido|divertida|gostoso|gostosa|delicioso|honesto|honesta|limpo|limpa|brilhante|top|show|massa|legal|demais|bacana
um espetáculo|uma maravilha|o máximo|fera|sensacional|fantástica|genial|útil|sério|generoso|impecável|fofo|fofa`,
  NA: `
ruim|péssimo|péssima|horrível|feio|feia|lento|lenta|caro|cara|chato|chata|nojento|nojenta|sujo|suja|inútil|ridículo
ridícula|vergonhoso|vergonhosa|insuportável|decepcionante|medíocre|falso|falsa|mentiroso|mentirosa|grosso|corrupto
um lixo|uma merda|uma porcaria|um golpe|um desastre|uma vergonha|uma droga|um roubo|uma piada|o pior|cruel|injusto`,
  CP: 'melhor|mais rápido|mais rápida|mais barato|mais bonito|mais bonita|mais divertido|mais confiável|mais seguro|mais útil|mais honesto|mais limpo|mais gostoso|menos chato|menos lento',
  CN: 'pior|mais lento|mais lenta|mais caro|mais feio|mais feia|mais chato|mais chata|mais sujo|menos confiável|menos divertido|menos útil|mais grosso|mais falso|menos honesto',
  ADV: 'muito|bem|bastante|infinitamente|claramente|sem dúvida|mil vezes|sempre|ainda|um pouco',
  IS: 'é|era|foi|está|parece|ficou|sempre foi|sempre será|acho',
  BUT: 'mas|enquanto|já|, mas|, enquanto|,|.|e|;|embora|...|!|. porém|, por outro lado|. no entanto|, e',
  AND: 'e|,|.|;|...|!|, e|enquanto',
  WHILE: 'enquanto|embora|apesar de que|mesmo que',
  FIELD: '|| em tudo| fácil| de longe| em {THING}| de novo| sempre| por {THING}',
  THING:
    'serviço|bateria|tela|câmera|som|preço|suporte|time|programa|público|comida|atendimento|música|voz|qualidade|entrega|café|história',
  PERSON: 'eu|minha mãe|meu pai|a galera|minha irmã|todo mundo aqui|meu time|meu vizinho',
  BEATS: 'ganha de|supera|arrasa com|humilha|dá de dez em|dá um banho em|bate|vence|derrota|massacra',
  BEATEN: 'superado|massacrado|humilhado|vencido|derrotado|batido',
  LEFT: 'larguei|troquei|abandonei|saí do|cancelei|apaguei|desinstalei|vendi|cansei de|devolvi',
  HAPPY:
    ', que alegria|e é {PA}|e adoro|, sem arrependimento|, melhor decisão|:)|, muito {CP}|, que alívio|, finalmente',
  SORRY: ', que erro|e me arrependo|e é {NA}|, nunca mais|:(|, pior decisão|e quero voltar|, que saudade',
}

export const PRAISE = `
{X} funciona (muito bem|perfeitamente|sem problema nenhum)
{X} (salvou|alegrou) (minha vida|meu dia|minha semana)
{X} (arrasa|arrasou|manda muito|mandou bem|nunca decepciona|nunca falha)
(amo|adoro|curto muito) {X}
eu (amo|adoro) {X}
gosto (muito|demais|) de {X}
que (lindo|orgulho|maravilha|show) {X}
{X} (é|está|foi|era) {PA}
{X} é (muito|tão|realmente|) {PA}
(feliz|satisfeito|satisfeita) com {X}
(obrigado|obrigada|valeu) {X} (por tudo|pela ajuda|)
(o atendimento|o serviço|o pessoal) de {X} é {PA}
recomendo {X}
{X} merece (um prêmio|ganhar|todo o sucesso)
(parabéns|viva|força|vai) {X}
sou (muito|) fã de {X}
{X} é o melhor
confio em {X}
(saudade|ansioso para ver|doido para ver) {X}
{X} vale (a pena|cada centavo)
{X} (chegou|entrega) no prazo
{X} resolveu meu problema na hora
apoio {X} sempre
{X} tem razão
{X} cumpre o que promete
`

export const BLAME = `
{X} (quebrou|travou|caiu|não funciona) (de novo|hoje|)
{X} (perdeu|atrasou) meu (pedido|voo|pacote)
{X} me (enganou|ignorou|roubou|decepcionou|bloqueou|cobrou a mais)
(odeio|detesto) {X}
eu odeio {X}
não (suporto|aguento) {X}
(cansado|cansada|de saco cheio) de {X}
{X} (é|está|foi|era) {NA}
{X} é (muito|tão|realmente|) {NA}
que (vergonha|nojo|lixo|decepção|desastre|raiva) {X}
que (nojo|vergonha|raiva) de {X}
(o atendimento|o serviço|o pessoal) de {X} é {NA}
me arrependo de (comprar|votar em|confiar em) {X}
{X} não (responde|atende|ajuda|presta|vale nada|cumpre|serve)
{X} é o pior
{X} deveria (ter vergonha|renunciar|fechar)
{X} nos (rouba|engana|mente)
fora {X}
{X} (estragou|arruinou) (tudo|meu dia|a festa)
{X} (mentiu|mente) de novo
não confio em {X}
{X} não vale (a pena|nada)
por culpa de {X} deu tudo errado
{X} trata mal as pessoas
{X} me dá (raiva|nojo|sono)
`

export const FACT = `
vi {X} no jornal
{X} abre às (nove|dez)
(hoje|amanhã) tem {X}
{X} (anunciou|marcou) uma reunião (sexta|segunda)
meu (irmão|primo|vizinho) trabalha em {X}
alguém aí de {X} ?
{X} publica o relatório amanhã
(quando|onde) (começa|abre|joga) {X} ?
{X} tem (novo logo|nova loja|novo site)
(vendo|lendo sobre|falando de) {X} agora
qual é o (telefone|endereço|horário) de {X} ?
{X} joga (amanhã|domingo|às oito)
acabei de (abrir|instalar|ver) {X}
li uma matéria sobre {X}
`

export const OPENINGS = `
na verdade
sério
na minha opinião
kkk
kkkkk
gente
olha
<user>
hoje
sim ,
nossa
`

export const ENDINGS = `
kkkk
na minha opinião
!
!!
.
...
<url>
hoje
sem dúvida
rs
`
