import { editDistance } from './spelling.ts';
import { skeleton, soundOf } from './tokens.ts';

/**
 * How much a word says about the subject of a question, in bokmål, nynorsk and English. Function words say nothing about it
 * (they may still say which kind of fact is asked for: see `question-kind.ts`); light words say little, in any handbook.
 */

const FUNCTION_WORDS = new Set(
  `og eller men så at som for av i på til fra med om mot ved under over etter før mellom hos uten innen per via
  å en ei et den det de dem dei ein eit eitt dette denne disse desse der her hit dit da då når hvis viss dersom fordi mens medan enn
  jeg eg du deg han hun ho vi oss dere dykk dokker me mi min mitt mine din ditt dine sin sitt sine vår vårt våre dykkar deres deira hans hennes seg
  er var vært være vere vore blir bli ble blitt vart verte blei har ha hadde hatt kan kunne kunna skal skulle vil ville må måtte bør burde får fikk få fått fekk
  ikke ikkje ei nei ja jo bare berre også og òg eller enten både heller verken kun
  hva kva hvem kven hvor kor hvordan korleis åssen hvorfor kvifor hvilken hvilke hvilket hvis hva'n kva'n ka koffor koss
  man noen noko nokon nokre noe no nå igjen opp ned inn ut bort fram frem hjem heim
  the a an of to in on at by for from with about into as is are was were be been being am do does did done has have had having
  can could should would will shall may might must need i you we they he she it us our your their them his her its my me mine
  and or but if so than then that this these those there here what which who whom whose when where why how not no yes any some also just
  s t re ve ll d m
  neste nesten next nearly
  mtp ifm ifbm iht ift evt pga feks eks osv vha ang mht dvs ila svjv bl mm ca jf jfr hhv mfl tilsv asap fyi btw ie etc`.split(/\s+/),
);

const LIGHT_WORDS = new Set(
  `finnes finst fins finne finner finn funnet gjøre gjør gjort gjere gjer gjord gjekk gå går gikk gått komme kommer kjem kom kommet koma
  si sier seier sagt sa se ser sett sjå ta tar tek tatt tatt tas gi gir gitt gje gjev gis legge legger ligger ligg lagt sette setter satt sitte
  stå står stod bruke bruker brukt nytte trenge trenger treng behøve ønske ønsker ønskjer like liker lurer lure lurar lurt vite vet veit visst visste
  tror trur tro tenke tenker tenkt mene mener meiner betyr tyder handle handler dreier gjelder gjeld gjelde starte hende skje skjer skjedd hender
  fortelle fortell fortelje forklare forklar vise vis viser kjenne kjenner spørre spør spørsmål spurt svare svar svarer høre hører hørte hørt høyrt
  hei hallo heisann god dag morgen takk tusen vennlig hilsen mvh please hello hi hey thanks thank kjære
  egentlig eigentleg kanskje kanskje litt lite veldig ganske bare sånn slik sånne slike slikt sånt da altså jo nok vel visst faktisk nettopp helt heilt aldri alltid alle alt all hele heile
  mange mye mykje meir mer mest flere fleire flest få færre annen andre anna andre annet samme egen eget egne eigen eige eigne eiga
  slikt sånne sånt heilt enno gjerne stadig akkurat hvert kvart tilbake attende forrige fleste halv halve full fullt gjennom igjennom framover fremover herfra derfra ellers elles likevel etterpå først sist
  sitte sitter sit satt huske husker holde holder holdt halde held høres virker verke klare klarer klart prøve prøver prøvd pleie pleier føle føler
  next first last after before next between out off up down over back kind well even sure
  her inne ute hjemme borte sted plass stad ting sak saker måte vis del deler par noensinne først siden sist siste nye ny nytt gammel gammelt
  dag dager nå tida tiden tid gang ganger år året i-dag idag snart ennå ennå fortsatt framleis lenge lengre ofte
  folk mennesker menneske person personer noen ingen ingenting alle mann vedkommende
  god godt gode bra fint flott best bedre viktig vanlig vanlege spesielt særlig mulig mogleg mulighet lett enkelt fort rask raskt
  stor stort store liten små større mindre lang kort høy
  find get got make take give use know tell want like look looking see go going come say ask asking help us know need needs please someone anyone everyone
  something anything things thing way many much more most other another own new old good well people person really actually still already ever only very
  there available possible lot let put keep work works exist exists mean means called happen happens dere vår vårt våre hjelp hjelpe hjelper`.split(
    /\s+/,
  ),
);

const NEGATIONS = new Set('uten utan ikke ikkje ingen inga inkje aldri without not no never'.split(' '));

/** Whether the word turns what follows into its opposite. Expects a normalised word. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

/** How much of its information a light word keeps. */
const LIGHT_WEIGHT = 0.35;

/** 0 for a function word, 1 for a word of content, between for one that any text has. Expects a normalised, unstemmed word. */
export function contentWeight(word: string): number {
  if (FUNCTION_WORDS.has(word)) return 0;
  if (LIGHT_WORDS.has(word)) return LIGHT_WEIGHT;
  return word.length === 1 ? 0 : 1;
}

/** Below this a misspelling of a common word is too near other words. */
const SHORTEST_MISSPELT = 4;

interface CommonWord {
  readonly word: string;
  readonly bare: string;
  readonly sound: string;
}

/** Common words by first letter, so that a look-up meets few of them. */
const byFirstLetter = new Map<string, CommonWord[]>();
for (const word of [...FUNCTION_WORDS, ...LIGHT_WORDS]) {
  const common = { word, bare: skeleton(word), sound: soundOf(word) };
  const first = common.bare.charAt(0);
  byFirstLetter.set(first, [...(byFirstLetter.get(first) ?? []), common]);
}

/** The common word that an unknown word is a misspelling of («hvofor», «nar», «nor»), or null. Expects a normalised word. */
export function nearestCommonWord(word: string): string | null {
  const bare = skeleton(word);
  const sound = soundOf(word);
  let nearest: string | null = null;
  for (const common of byFirstLetter.get(bare.charAt(0)) ?? []) {
    if (common.bare === bare || (nearest === null && common.sound === sound)) return common.word;
    const long = Math.min(bare.length, common.bare.length) >= SHORTEST_MISSPELT;
    if (nearest === null && long && editDistance(bare, common.bare, 1) <= 1) nearest = common.word;
  }
  return nearest;
}
