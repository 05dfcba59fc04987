/** Negation, litotes, wishes and neutral questions about one entity in Portuguese; see `../negation.ts`. */
export const NEGATION = `
+ {X} não (é|era|foi|está) {NA}
+ {X} não é (tão|nada|nem um pouco) {NA}
+ {X} nunca (é|foi) {NA}
+ nada mal {X}
+ nada mau esse {X}
+ (nenhuma|zero) reclamação de {X}
+ não tenho do que reclamar de {X}
+ não posso (reclamar de|viver sem) {X}
+ {X} nunca (me decepcionou|decepciona|falha|me deixou na mão)
+ {X} não (falha|decepciona|mente|trava)
+ {X} não podia ser {CP}
+ não tem nada {CP} que {X}
+ ninguém (supera|ganha de) {X}
+ não me arrependo de {X}
+ não troco {X} por nada
+ {X} já não é {NA}
+ {X} era {NA} , agora é {PA}
+ {X} está longe de ser {NA}
+ sem {X} eu estaria perdido
+ {X} não é {NA} , é {PA}
+ {X} não é tão {NA} como dizem
- {X} não (é|era|foi|está) {PA}
- {X} não é (tão|nada|nem um pouco|muito) {PA}
- {X} nunca (é|foi) {PA}
- não (gosto|gostei|gosto nada) de {X}
- não (recomendo|aguento|curto|compro) {X}
- ninguém (gosta de|aguenta|quer) {X}
- não (comprem|usem|confiem em|votem em) {X}
- {X} (nunca|não) (funciona|ajuda|responde|cumpre|presta)
- {X} não tem (vergonha|respeito|qualidade|noção)
- {X} não vale (nada|a pena|o preço)
- {X} já não é {PA}
- {X} era {PA} , agora é {NA}
- {X} não é nem {PA} nem útil
- {X} (podia|devia) ser {CP}
- queria que {X} (funcionasse|fosse {PA}|respondesse)
- tomara que {X} (perca|feche|caia)
- {X} seria {PA} se funcionasse
- esperava mais de {X}
- {X} não é tão {PA} como dizem
- não tem nada {PA} em {X}
- {X} deixa a desejar
- não volto a {X} nunca mais
- {X} é {NA} , não {PA}
0 {X} é {PA} ?
0 {X} é {PA} ou {NA} ?
0 alguém já (viu|usou|leu) {X} ?
0 (quando|onde|como) (abre|começa|compro) {X} ?
0 oi {X} , (que horas vocês abrem|quanto custa|tem entrega) ?
0 o que vocês acham de {X} ?
0 não (uso|conheço|vi) {X}
0 ainda não (vi|li|usei) {X}
0 {X} não é nem {PA} nem {NA}
0 não sei se {X} é {PA} ou {NA}
+ dizem que {X} é {NA} , mas eu adoro
- dizem que {X} é {PA} , mas eu odeio
0 (o jornal|o ministro) disse que {X} é {PA}
0 (o jornal|o ministro) disse que {X} é {NA}
`
