import { expect, test } from 'vitest'
import { decodeTweet } from '../../../../src/ml/language/tweet-words/decode-tweet.ts'
import { entityNames, lettersAndDigits } from '../../../../src/ml/language/tweet-words/entity-names.ts'
import { matchEntity } from '../../../../src/ml/language/tweet-words/match-entity.ts'
import { tweetSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'

/** The pieces of the tweet that mention the entity, in order and without signs. */
function piecesOf(entity: string, text: string): string {
  const surfaces = [...tweetSurfaces(decodeTweet(text))]
  const found = matchEntity(surfaces, entityNames(entity))
  return surfaces.flatMap(({ text: piece }, place) => (found.has(place) ? [piece] : [])).join(' ')
}

const NOTHING = ''

const marks = (entity: string, text: string, pieces: string) => expect(piecesOf(entity, text)).toBe(pieces)

test.each([
  ['Amazon', 'I love Amazon', 'amazon'],
  ['Amazon', 'I LOVE AMAZON', 'amazon'],
  ['amazon', 'Amazon and amazon', 'amazon amazon'],
  ['Amazon', 'a river in Brazil', NOTHING],
  ['Amazon', '', NOTHING],
  ['Amazon', '   ', NOTHING],
  ['Amazon', 'amazonian amazing amaz', NOTHING],
  ['Amazon', "Amazon's boxes", "amazon's"],
  ['Amazon', 'Amazon’s boxes', "amazon's"],
  ['Amazon', "Amazon 's boxes", "amazon's"],
  ['Amazon', 'two Amazons', 'amazons'],
  ['Amazon', "the Amazons' boxes", 'amazons'],
  ['Amazon', '(Amazon), "Amazon"!', 'amazon amazon'],
  ['Amazon', 'ａｍａｚｏｎ', 'amazon'],
  ['Amazon', 'Amazon™ boxes', 'amazon'],
  ['Amazon', 'Amazon😂', 'amazon'],
  ['Amazon', 'amaz\u200bon', 'amazon'],
  [' Amazon ', 'Amazon', 'amazon'],
  ['Amazon', '@amazon help', 'amazon'],
  ['Amazon', '@AmazonHelp', 'amazonhelp'],
  ['Amazon', '@PrimeAmazon', 'primeamazon'],
  ['Amazon', '#amazon #AmazonPrime', 'amazon amazonprime'],
  ['Amazon', '#boycottamazon', 'boycottamazon'],
  ['Amazon', '@someone #else', NOTHING],
])('one word: %j in %j', marks)

test.each([
  ['Home Depot', 'at Home Depot now', 'home depot'],
  ['HomeDepot', 'at home depot now', 'home depot'],
  ['Home Depot', '#homedepot @HomeDepot', 'homedepot homedepot'],
  ['Home Depot', '@Home_Depot', 'home_depot'],
  ['Home Depot', 'home-depot', 'home depot'],
  ['Home Depot', "Home Depot's", "home depot's"],
  ['Home Depot', 'home sweet home', NOTHING],
  ['Home Depot', 'the depot is open', 'depot'],
  ['The Home Depot', 'at Home Depot now', 'home depot'],
  ['The Home Depot', 'at the home depot', 'the home depot'],
  ['Call of Duty', 'call of duty', 'call of duty'],
  ['CallOfDuty', 'Call Of Duty!', 'call of duty'],
  ['Call of Duty', 'CoD tonight', 'cod'],
  ['Call of Duty', '#CoD', 'cod'],
  ['Call of Duty', 'please call me', NOTHING],
  ['Call of Duty', 'off duty', 'duty'],
  ['CallOfDutyBlackopsColdWar', 'black ops cold war beta', 'black ops cold war'],
  ['CallOfDutyBlackopsColdWar', 'cold war beta', 'cold war'],
  ['CallOfDutyBlackopsColdWar', 'so cold here', NOTHING],
  ['CallOfDutyBlackopsColdWar', 'war is bad', NOTHING],
  ['Red Dead Redemption', 'Red Dead!', 'red dead'],
  ['Red Dead Redemption', 'RDR2 is out', 'rdr2'],
  ['Red Dead Redemption', 'half dead', NOTHING],
  ['Grand Theft Auto (GTA)', 'GTA V', 'gta'],
  ['Grand Theft Auto (GTA)', 'grand theft auto', 'grand theft auto'],
  ['GrandTheftAuto(GTA)', 'gta5', 'gta5'],
  ['GrandTheftAuto(GTA)', 'a grand day', NOTHING],
  ['Xbox(Xseries)', 'new xbox', 'xbox'],
  ['Xbox(Xseries)', 'the X series', 'x series'],
  ['Xbox [X]', 'x marks it', 'x'],
  ['Xbox (unclosed', 'my xbox', 'xbox'],
  ['(only brackets)', 'only brackets', 'only brackets'],
  ['League of Legends', 'lol so funny', NOTHING],
  ['League of Legends', 'League of Legends lol', 'league of legends'],
  ['LoL', 'lol so funny', 'lol'],
  ['World of Warcraft', 'wow!', NOTHING],
  ['The Last of Us', 'the last of us', 'the last of us'],
  ['The Last of Us', 'the last one', NOTHING],
  ['Bank of America', 'BoA fees', 'boa'],
  ['Rainbow Six', 'rainbow six', 'rainbow six'],
  ['Rainbow Six', '#RainbowSixSiege', 'rainbowsixsiege'],
  ['Apple Inc.', 'apple again', 'apple'],
  ['New York', 'new york', 'new york'],
  ['New York', 'new day', NOTHING],
  ['New York', 'york is new', 'york'],
  ['Home Depot', 'home. depot', 'home depot'],
])('several words, brackets, initials: %j in %j', marks)

test.each([
  ['YouTube', 'you tube', 'you tube'],
  ['YouTube', 'youtube', 'youtube'],
  ['YouTube', 'a tube', NOTHING],
  ['PlayStation5(PS5)', 'my PS5', 'ps5'],
  ['PlayStation5(PS5)', 'playstation 5', 'playstation 5'],
  ['PlayStation5(PS5)', 'I play all day', NOTHING],
  ['iPhone 12', 'iphone 12', 'iphone 12'],
  ['iPhone 12', 'my iPhone', 'iphone'],
  ['iPhone', 'my phone', NOTHING],
  ['iPhone', 'iPhone12 iphones', 'iphone12 iphones'],
  ['eBay', 'ebay', 'ebay'],
  ['eBay', 'the bay', NOTHING],
  ['MaddenNFL', 'madden is out', 'madden'],
  ['NBA2K', 'nba 2k20', 'nba 2k20'],
  ['NBA2K', 'the NBA', NOTHING],
  ['Dota2', 'dota', 'dota'],
  ['FIFA', 'FIFA21', 'fifa21'],
  ['Xbox', 'xbox360', 'xbox360'],
  ['Cyberpunk2077', 'cyberpunk 2077', 'cyberpunk 2077'],
  ['Cyberpunk2077', 'in 2077', NOTHING],
  ['7-Eleven', '7-eleven', '7 eleven'],
  ['7-Eleven', '7eleven', '7eleven'],
  ['7-Eleven', 'eleven people', NOTHING],
  ['3M', '3m', '3m'],
  ['3M', '3 metres', NOTHING],
  ['2020', 'in 2020', '2020'],
])('capitals inside and digits: %j in %j', marks)

test.each([
  ['AT&T', 'AT&T down', 'at t'],
  ['AT&T', 'AT&amp;T down', 'at t'],
  ['AT&T', 'at & t', 'at t'],
  ['AT&T', '@ATT', 'att'],
  ['AT&T', '#AT_T', 'at_t'],
  ['AT&T', 'at the office', NOTHING],
  ['AT&amp;T', 'AT&T', NOTHING],
  ['H&M', 'H&M', 'h m'],
  ['H&M', 'h & m', 'h m'],
  ['M&Ms', "M&M's", "m m's"],
  ['Johnson & Johnson', 'johnson and johnson', 'johnson johnson'],
  ['johnson&johnson', 'Johnson & Johnson', 'johnson johnson'],
  ['johnson&johnson', 'J&J', NOTHING],
  ['CS-GO', 'csgo', 'csgo'],
  ['CS-GO', 'CS:GO', 'cs go'],
  ['CS-GO', 'CS GO', 'cs go'],
  ['CS-GO', '#csgo', 'csgo'],
  ['CS-GO', 'go now', NOTHING],
  ['Coca-Cola', 'coca cola', 'coca cola'],
  ['Coca-Cola', '@CocaCola', 'cocacola'],
  ['Dr. Pepper', 'dr pepper', 'dr pepper'],
  ['Dr. Pepper', 'Dr. Pepper', 'dr pepper'],
  ['Yahoo!', 'yahoo', 'yahoo'],
  ["McDonald's", "McDonald's", "mcdonald's"],
  ["McDonald's", 'McDonalds', 'mcdonalds'],
  ["McDonald's", 'mcdonald', 'mcdonald'],
  ["McDonald's", '#mcdonalds', 'mcdonalds'],
  ["McDonald's", 'Donald said so', NOTHING],
  ['McDonald’s', "McDonald's", "mcdonald's"],
  ["Assassin's Creed", "Assassin's Creed", "assassin's creed"],
  ["Assassin's Creed", 'assassins creed', 'assassins creed'],
  ['AssassinsCreed', "Assassin's Creed", "assassin's creed"],
  ["Levi's", 'Levi’s', "levi's"],
  ['T-Mobile', '@TMobile', 'tmobile'],
  ['T-Mobile', 't mobile', 't mobile'],
  ['C++', 'c++', 'c'],
  ['.NET', 'net', 'net'],
  ['Node.js', 'node js', 'node js'],
  ['a.b*c?(d)[e]{f}|g^h$', 'abc', NOTHING],
  ['.*', 'anything at all', NOTHING],
  ['$1', 'one 1', '1'],
  ['\\w+', 'w', 'w'],
  ['[', 'so [ so', NOTHING],
  ['(', 'so ( so', NOTHING],
  ['!!!', 'so!!!', NOTHING],
  ['', 'so', NOTHING],
  ['   ', 'so', NOTHING],
  ['&', 'a & b', NOTHING],
  ['😂', 'so 😂', NOTHING],
  ['__proto__', 'proto', 'proto'],
  ['constructor', 'constructor', 'constructor'],
])('signs inside names: %j in %j', marks)

test.each([
  ['X', 'on X today', 'x'],
  ['X', 'xs and ys', NOTHING],
  ['X', '#xmas', NOTHING],
  ['X', 'next', NOTHING],
  ['Go', 'Go is fast', 'go'],
  ['Go', 'going', NOTHING],
  ['Go', '@gopro', NOTHING],
  ['HP', 'my HP laptop', 'hp'],
  ['HP', '#hp', 'hp'],
  ['HP', '#hpv', NOTHING],
  ['Gap', '#gapkids', 'gapkids'],
  ['Gap', '#singapore', NOTHING],
  ['Gap', 'gaps', NOTHING],
  ['Apple', 'an apple a day', 'apple'],
  ['Target', 'target', 'target'],
  ['Visa', 'visas', 'visas'],
  ['Visa', 'advisable', NOTHING],
])('short names and common words: %j in %j', marks)

test.each([
  ['Яндекс', 'Яндекс такси', 'яндекс'],
  ['Яндекс', 'ЯНДЕКС', 'яндекс'],
  ['Яндекс', '#яндекстакси', 'яндекстакси'],
  ['ソニー', 'ソニー', 'ソニー'],
  ['ソニー', 'ソニーのカメラ', 'ソニーのカメラ'],
  ['任天堂', '新しい任天堂のゲーム', '新しい任天堂のゲーム'],
  ['任天堂', 'ソニーのカメラ', NOTHING],
  ['ﾄﾖﾀ', 'トヨタ', 'トヨタ'],
  ['삼성', '삼성 최고', '삼성'],
  ['أمازون', 'أمازون', 'أمازون'],
  ['टाटा', 'टाटा', 'टाटा'],
  ['Beyoncé', 'beyonce', 'beyonce'],
  ['Beyonce', 'Beyoncé', 'beyoncé'],
  ['Nestlé', '#nestle', 'nestle'],
  ["L'Oréal", 'loreal', 'loreal'],
  ["L'Oréal", "L'Oréal", "l'oréal"],
  ['Citroën', 'CITROEN', 'citroen'],
  ['Ελλάδα', 'ΕΛΛΆΔΑ', 'ελλάδα'],
  ['Müller', 'Mu\u0308ller', 'müller'],
])('other scripts and accents: %j in %j', marks)

test.each([
  ['AT&T', 'att'],
  ['at & t', 'att'],
  ['Nestlé', 'nestle'],
  ['한국', '한국'],
  ['हिन्दी', 'हिन्दी'],
  ['', ''],
  ['!?', ''],
  ['PlayStation 5', 'playstation5'],
])('the letters and digits of %j are %j', (text, letters) => {
  expect(lettersAndDigits(text)).toBe(letters)
})

test('a part of a name counts only if no whole name was found', () => {
  expect(piecesOf('Ghost Recon', 'ghost recon has a ghost')).toBe('ghost recon')
})

test('two hundred characters of a name are read', () => {
  expect(entityNames('('.repeat(100_000)).whole).toEqual([])
  expect(entityNames('ab '.repeat(100_000)).whole[0]?.length).toBeLessThanOrEqual(200)
})
