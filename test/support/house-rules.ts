import { dirname, normalize } from 'node:path/posix';
import { functionsIn, type Import, type Source } from './sources.ts';

/** Who may import what, and what may stand where: the house's own rules, each broken one told by name. */

const LONGEST_FILE = 250;
const LONGEST_FUNCTION = 50;
const MOST_PARAMETERS = 3;

/** The composition root sees everything. */
const ROOTS =
  /^src\/(?:bound|compose|contact-ports|guard-rules|ports|furnish|index|playground|package-app|cli)\.ts$|^src\/(?:cli|playground)\//;
/** Lists of words for people to read through, no code. */
const WORD_LISTS = ['src/norwegian/everyday.ts'];

interface Zone {
  readonly name: string;
  readonly files: RegExp;
  /** What may be imported: a path from the project's root, `npm:<package>` or `node:<module>`. */
  readonly may: readonly RegExp[];
  /** What may be imported as types alone. */
  readonly types?: readonly RegExp[];
}

const CORE = /^src\/core\//;
const NORWEGIAN = /^src\/norwegian\//;
const SEARCH = /^src\/search\//;
const GUARD = /^src\/guard\//;
const PORT = /^src\/storage\/port\.ts$/;
const CARDS = /^src\/cards\.ts$/;
const ZOD = /^npm:zod$/;
const own = (folder: string) => new RegExp(`^src/${folder}/`);

/** The first zone that a file lies in holds. */
const ZONES: readonly Zone[] = [
  { name: 'the composition root', files: ROOTS, may: [/^(?!npm:(?:restify|botbuilder|botframework|@microsoft\/teams-ai|yaml))/] },
  {
    name: 'rules and models',
    files: /^src\/features\/[^/]+\/(?:rules|model)(?:\/[^/]+)?\.ts$/,
    may: [ZOD, CORE, NORWEGIAN, /^OWN-RULES$/],
    types: [SEARCH, /^SAME-FOLDER$/],
  },
  { name: 'a feature', files: /^src\/features\//, may: [ZOD, CORE, CARDS, SEARCH, GUARD, /^src\/files\//, /^SAME-FOLDER$/], types: [PORT] },
  { name: 'core/', files: CORE, may: [ZOD, CORE] },
  { name: 'norwegian/', files: NORWEGIAN, may: [NORWEGIAN] },
  { name: 'search/', files: SEARCH, may: [SEARCH, NORWEGIAN] },
  { name: 'guard/', files: GUARD, may: [GUARD, NORWEGIAN, /^npm:norwegian-national-id-validator$/] },
  {
    name: 'storage/',
    files: /^src\/storage\//,
    may: [own('storage'), /^src\/core\/(?:errors|clock)\.ts$/, /^npm:@azure\//, /^node:(?:sqlite|fs|path|crypto)$/],
  },
  {
    name: 'wire/',
    files: /^src\/wire\//,
    may: [own('wire'), CORE, ZOD, /^npm:(?:restify|botbuilder|botframework-connector|@microsoft\/teams-ai)$/, /^node:(?:crypto|module)$/],
    types: [CARDS, own('bot')],
  },
  { name: 'bot/', files: /^src\/bot\//, may: [own('bot'), CORE, GUARD, NORWEGIAN, PORT, CARDS, ZOD, /^node:timers\/promises$/] },
  { name: 'delivery/', files: /^src\/delivery\//, may: [own('delivery'), CORE, PORT, ZOD], types: [CARDS] },
  { name: 'cards.ts', files: CARDS, may: [CORE, /^npm:adaptivecards-templating$/, /^node:fs$/], types: [ZOD] },
  { name: 'content.ts', files: /^src\/content\.ts$/, may: [CORE, ZOD, /^npm:yaml$/, /^node:(?:fs|path)$/] },
  {
    name: 'files/',
    files: /^src\/files\//,
    may: [
      own('files'),
      CORE,
      /^npm:(?:papaparse|read-excel-file|write-excel-file|ical\.js|docx|@resvg\/resvg-wasm)$/,
      /^node:(?:fs|path|fs\/promises)$/,
    ],
  },
  { name: 'config.ts', files: /^src\/config\.ts$/, may: [CORE, ZOD, /^node:(?:fs|path|url|util)$/] },
  { name: 'metrics.ts', files: /^src\/metrics\.ts$/, may: [/^npm:prom-client$/] },
  {
    name: 'backup.ts',
    files: /^src\/backup\.ts$/,
    may: [own('storage'), CORE, ZOD, /^node:(?:util|timers\/promises|crypto|zlib|fs|stream)/],
  },
];

/** What one package or module is imported by; nobody else may. */
const CORE_ONLY: Readonly<Record<string, RegExp>> = {
  'npm:luxon': /^src\/core\/(?:calendar|workdays)\.ts$/,
  'npm:date-easter': /^src\/core\/workdays\.ts$/,
  'npm:pino': /^src\/core\/log\.ts$/,
  'node:crypto': /^src\/core\/ids\.ts$/,
};

interface OnceOnly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly allowed: RegExp;
}

const ONCE_ONLY: readonly OnceOnly[] = [
  { what: 'process.env', pattern: /\bprocess\.env\b/, allowed: /^src\/config\.ts$/ },
  { what: 'the wall clock', pattern: /\bnew Date\(|\bDate\.now\b|\bDate\(\)/, allowed: /^src\/core\/clock\.ts$/ },
  {
    what: 'console',
    pattern: /\bconsole\./,
    allowed: /^src\/(?:core\/log|cli|index|playground|package-app)\.ts$|^src\/(?:cli|playground)\//,
  },
  {
    what: 'catch',
    pattern: /\bcatch\s*[({]/,
    allowed:
      /^src\/(?:wire|storage|delivery|bot|files|cli|playground)\/|^src\/(?:content|cli|ports|backup|compose|contact-ports|furnish|index|playground|package-app)\.ts$/,
  },
];

const PURE = /^src\/(?:features\/[^/]+\/(?:rules|model)(?:\/[^/]+)?|delivery\/rules)\.ts$|^src\/(?:norwegian|search|guard)\//;
const IMPURE = /\basync\b|\bawait\b|\bsetTimeout\b|\bMath\.random\b|\bperformance\./;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/;
/** A service URL is Teams' own word. */
const VAGUE_FILE = /(?:service(?!-url)|manager|helper|util)/i;
const VAGUE_NAME = /\b(?:class|interface|type|function|const)\s+(\w*(?:Service(?!Url|Client)|Manager|Helper|Utils?)(?![a-z])\w*)/g;
const PREFIXED = /\binterface\s+(I[A-Z][a-z]\w*)/g;

/** An import as the table names it. */
function target(path: string, { from }: Import): string {
  if (from.startsWith('.')) return normalize(`${dirname(path)}/${from}`);
  if (from.startsWith('node:')) return from;
  const parts = from.split('/');
  return `npm:${from.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]}`;
}

/** A feature's folders are one room. */
const roomOf = (path: string) => /^src\/features\/[^/]+/.exec(path)?.[0] ?? dirname(path);

function importFaults(source: Source): string[] {
  const zone = ZONES.find(({ files }) => files.test(source.path));
  if (!zone) return [`${source.path}: lies in no room of the house`];
  return source.imports.flatMap((each) => {
    const to = target(source.path, each);
    const alone = CORE_ONLY[to];
    if (alone && CORE.test(source.path) && alone.test(source.path)) return [];
    const isOwn = roomOf(to) === roomOf(source.path);
    const same = isOwn ? ['SAME-FOLDER', ...(/\/rules\//.test(to) ? ['OWN-RULES'] : [])] : [];
    const matches = (patterns: readonly RegExp[] = []) => patterns.some((pattern) => [to, ...same].some((name) => pattern.test(name)));
    if (matches(zone.may) || (each.typeOnly && matches(zone.types))) return [];
    return [`${source.path}: ${zone.name} may not import ${to}${matches(zone.types) ? ' but for its types' : ''}`];
  });
}

function onceOnlyFaults({ path, code }: Source): string[] {
  return ONCE_ONLY.filter(({ pattern, allowed }) => pattern.test(code) && !allowed.test(path)).map(
    ({ what }) => `${path}: ${what} has no place here`,
  );
}

function purityFaults({ path, code }: Source): string[] {
  const found = PURE.test(path) ? IMPURE.exec(code)?.[0] : undefined;
  return found === undefined ? [] : [`${path}: decisions are pure, without ${found}`];
}

function budgetFaults(source: Source): string[] {
  const { path, text } = source;
  const lines = text.trimEnd().split('\n').length;
  const long = lines > LONGEST_FILE && !WORD_LISTS.includes(path) ? [`${path}: ${lines} lines`] : [];
  const functions = functionsIn(source).flatMap(({ line, lines: length, parameters }) => [
    ...(length > LONGEST_FUNCTION ? [`${path}:${line}: a function of ${length} lines`] : []),
    ...(parameters > MOST_PARAMETERS ? [`${path}:${line}: ${parameters} parameters`] : []),
  ]);
  return [...long, ...functions];
}

function nameFaults({ path, code }: Source): string[] {
  const file = path.split('/').at(-1) ?? '';
  const vague = [...code.matchAll(VAGUE_NAME), ...code.matchAll(PREFIXED)].map(
    ([, name]) => `${path}: ${name} says nothing, or is prefixed`,
  );
  return [...(KEBAB.test(file) ? [] : [`${path}: not kebab-case`]), ...(VAGUE_FILE.test(file) ? [`${path}: says nothing`] : []), ...vague];
}

/** What one file does that the house does not allow. */
export function faultsIn(source: Source): string[] {
  return [importFaults, onceOnlyFaults, purityFaults, budgetFaults, nameFaults].flatMap((rule) => rule(source));
}

/** Features whose folder the composition root does not know. */
export function unregistered(sources: readonly Source[]): string[] {
  const known = sources
    .filter(({ path }) => path === 'src/compose.ts')
    .flatMap((source) => source.imports.map((each) => target(source.path, each)));
  const folders = new Set(sources.flatMap(({ path }) => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? []));
  return [...folders]
    .filter((folder) => !known.includes(`src/features/${folder}/index.ts`))
    .map((folder) => `features/${folder}: nobody opens its door`);
}

/** Imports that lead back to where they began, each as one line. Types alone are no loop. */
export function loops(sources: readonly Source[]): string[] {
  const by = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    for (const each of by.get(path)?.imports ?? []) if (!each.typeOnly) visit(target(path, each), [...way, path]);
    done.add(path);
  };
  for (const path of by.keys()) visit(path, []);
  return found;
}
