/**
 * Stems of bokmål and nynorsk (and of plain English endings): `stem` takes inflection away, `root` takes derivation away too.
 * Written for search: two forms of a word must meet; that a stem is a word is no aim.
 */

const SHORTEST_STEM = 3;
/** A genitive or plural -s is only believed in words at least this long: «kurs», «hus», «pris» keep theirs. */
const SHORTEST_WITH_S = 5;
const KEEPS_S = /(?:[siu]s|løs|matics)$/;

/** Vowel changes that no ending shows; matched at the end of a word, so compounds («håndbøkene») are caught too. */
const IRREGULAR: readonly (readonly [string, string])[] = [
  ['bøkene', 'bok'],
  ['bøkane', 'bok'],
  ['bøker', 'bok'],
  ['bøkar', 'bok'],
  ['mødre', 'mor'],
  ['fedre', 'far'],
  ['brødre', 'bror'],
  ['søstre', 'søster'],
  ['døtre', 'datter'],
  ['mennene', 'mann'],
  ['hender', 'hand'],
  ['nettene', 'natt'],
  ['netter', 'natt'],
  ['kreftene', 'kraft'],
  ['krefter', 'kraft'],
  ['midlene', 'middel'],
  ['midler', 'middel'],
  ['midlar', 'middel'],
  ['artikler', 'artikkel'],
  ['numre', 'nummer'],
  ['numrene', 'nummer'],
  ['nøkler', 'nøkkel'],
  ['nøklene', 'nøkkel'],
  ['nøklar', 'nøkkel'],
  ['voksne', 'voksen'],
  ['vaksne', 'voksen'],
  ['vaksen', 'voksen'],
  ['søkt', 'søk'],
  ['solgt', 'selg'],
  ['spurt', 'spør'],
  ['kapitler', 'kapittel'],
  ['reglene', 'regel'],
  ['regler', 'regel'],
  ['reglar', 'regel'],
  ['reglane', 'regel'],
  ['sykler', 'sykkel'],
  ['lærarar', 'lærer'],
  ['children', 'child'],
  ['people', 'person'],
  ['women', 'woman'],
  ['men', 'men'],
];
const IRREGULAR_END = /(?:ne|er|ar|re|en|le|[kgr]t)$/;

/** Agents in the definite plural («brukerne»); «interne», «moderne» and the like only look so. */
const AGENTS = /[^aeiouyæøå](?<!(?:^|[^a-z])(?:int|ekst|ext|mod|hj|stj|gj|fj))erne$/;

const ENDINGS = ['ene', 'ane', 'ar', 'er', 'en', 'et', 'a', 'e'] as const;
const PASSES = 3;
const VOWEL = /[aeiouyæøå]/;

/** The word without its inflection: «kommunene», «kommunane», «kommuner» → «kommun». Expects a normalised word. */
export function stem(word: string): string {
  if (word === 'care' || word.length < SHORTEST_STEM || word.charCodeAt(0) < 58) return word;
  let rest = irregular(word) ?? word;
  if (rest.endsWith('ies') && rest.length > 5) rest = `${rest.slice(0, -3)}y`;
  if (rest.length >= SHORTEST_WITH_S && rest.endsWith('s') && !KEEPS_S.test(rest)) rest = rest.slice(0, -1);
  rest = neuter(rest);
  if (AGENTS.test(rest)) rest = rest.slice(0, -2);
  for (let pass = 0; pass < PASSES; pass++) {
    const shorter = withoutEnding(rest);
    if (shorter === rest) break;
    rest = shorter;
  }
  return tidy(rest);
}

function irregular(word: string): string | null {
  if (!IRREGULAR_END.test(word)) return null;
  for (const [form, lemma] of IRREGULAR) {
    if (word.endsWith(form)) return word.slice(0, word.length - form.length) + lemma;
  }
  return null;
}

/** Neuter and participle -t that hide the stem: «nasjonalt», «effektivt», «registrert(e)». */
function neuter(word: string): string {
  if (word.length < 6) return word;
  if (word.endsWith('alt') || word.endsWith('ivt') || word.endsWith('elt')) return word.slice(0, -1);
  if (word.endsWith('erte')) return word.slice(0, -2);
  return word.length >= 7 && word.endsWith('ert') ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, word.length - ending.length);
    if (rest.length >= SHORTEST_STEM && VOWEL.test(rest)) return rest;
    if (rest.length === 2 && !VOWEL.test(rest.charAt(1)) && VOWEL.test(rest)) return `${rest}e`;
  }
  return word;
}

function tidy(word: string): string {
  if (word.endsWith('mm')) return word.slice(0, -1);
  if (/[td]r$/.test(word) && word.length > 4) return word.slice(0, -1);
  if (word.endsWith('heit')) return `${word.slice(0, -4)}h`;
  if (word.endsWith('leg') && word.length >= 6) return `${word.slice(0, -3)}lig`;
  return word;
}

/** Derivations, longest first: what a stem may end in, and what stays of it. */
const DERIVATIONS: readonly (readonly [string, string])[] = [
  ['isasjon', 'is'],
  ['nning', 'nn'],
  ['ering', ''],
  ['asjon', ''],
  ['ligh', ''],
  ['sjon', ''],
  ['ning', ''],
  ['else', ''],
  ['ment', ''],
  ['tion', ''],
  ['skap', ''],
  ['els', ''],
  ['ing', ''],
  ['lig', ''],
  ['end', ''],
  ['and', ''],
  ['isk', ''],
  ['al', ''],
  ['h', ''],
];
const SHORTEST_ROOT = 4;
const PARTICIPLE = /[dlrs]t$/;

/** What noun, verb and adjective share: «veiledning», «veileder», «veilede» → «veiled»; «organisasjon», «organisere» → «organis». */
export function root(stemmed: string): string {
  for (const [ending, left] of DERIVATIONS) {
    if (!stemmed.endsWith(ending)) continue;
    const rest = stemmed.slice(0, stemmed.length - ending.length) + left;
    if (rest.length >= (ending === 'ering' ? SHORTEST_STEM : SHORTEST_ROOT) && VOWEL.test(rest)) return bareEnd(tidy(rest));
  }
  return bareEnd(stemmed);
}

/** Without the -t of a participle and the second of two like letters: «bestill» and «bestilt», «sende» and «sendt» meet. */
function bareEnd(word: string): string {
  const last = word.length - 1;
  if (last < SHORTEST_ROOT) return word;
  return PARTICIPLE.test(word) || word.charCodeAt(last) === word.charCodeAt(last - 1) ? word.slice(0, -1) : word;
}
