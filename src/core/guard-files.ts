import { z } from 'zod';

/** The shapes of what `content/` says of danger and of patients: `acute.yaml`, and the lists and rules in `guard/`. */

/** The kinds of danger that have a text of their own; what calls for the most particular help first. */
export const DANGERS = ['fire', 'child', 'violence', 'life'] as const;
export type Danger = (typeof DANGERS)[number];

const words = z.string().min(1);
const byLocale = <T extends z.ZodType>(each: T) => ({ nb: each, nn: each, en: each });
const said = z.strictObject({ title: words, lines: z.array(words).min(1) });

/** The approved words for danger, by its kind, and the numbers to call, the most fitting first. */
export const acuteTextsSchema = z
  .strictObject({
    phones: z.record(words, z.strictObject(byLocale(words))),
    texts: z.record(z.enum(DANGERS), z.strictObject({ call: z.array(words).min(1), ...byLocale(said) })),
  })
  .superRefine(({ phones, texts }, context) => {
    for (const [danger, { call }] of Object.entries(texts)) {
      for (const number of call) if (!phones[number]) context.addIssue(`texts.${danger}.call: ${number} står ikke under phones`);
    }
  });
export type AcuteTexts = z.infer<typeof acuteTextsSchema>;

/** A list, or a text with commas between, which is read ten times as fast. */
const wordList = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(',').map((word) => word.trim()) : given),
  z.array(words).min(1),
);
const list = z.strictObject({ why: words, words: wordList });
const lists = z.record(z.string().regex(/^[a-z-]+$/), list);
/** What its words are about, where nothing else tells which danger it is. */
const acuteLists = z.record(z.string().regex(/^[a-z-]+$/), list.extend({ danger: z.enum(DANGERS).optional() }));
const rule = {
  pattern: words,
  /** Why it is there, for the people who own the rules. */
  why: words,
  /** A text that is judged otherwise without this rule. */
  case: words,
  with: z.array(words).optional(),
  without: z.array(words).optional(),
};
const spare = z.strictObject({ ...rule, scope: z.enum(['sentence', 'text']).optional(), strong: z.boolean().optional() });
const sure = z.boolean().optional();

type RuleFile = {
  readonly lists: Readonly<Record<string, unknown>>;
  readonly [rules: string]: unknown;
};

/** A list, words, a mark for other words, or what was found before. */
const STEP = /^(?:\{([a-z-]+)\}|…|\.\.|[A-Z]+|[^\s{}…]+)$/;

/** What is wrong with a pattern: a step that is none, a list that is not there. */
function faultsOf(pattern: string, known: RuleFile['lists']): string[] {
  return pattern.split(/\s+/).flatMap((step) => {
    const [isStep, list] = STEP.exec(step) ?? [];
    if (isStep === undefined) return [`«${step}» er ikke et ledd i et mønster`];
    return list === undefined || list in known ? [] : [`lista {${list}} finnes ikke`];
  });
}

function checkPatterns({ lists: known, ...rest }: RuleFile, context: { addIssue: (text: string) => void }): void {
  for (const [kind, rules] of Object.entries(rest)) {
    const read = z.array(z.looseObject({ pattern: words, with: rule.with, without: rule.without })).parse(rules);
    for (const [at, each] of read.entries()) {
      const named = [...(each.with ?? []), ...(each.without ?? [])].flatMap((name) =>
        name in known ? [] : [`lista {${name}} finnes ikke`],
      );
      for (const fault of [...faultsOf(each.pattern, known), ...named]) context.addIssue(`${kind}[${at}] («${each.pattern}»): ${fault}`);
    }
  }
}

export const acuteRulesSchema = z
  .strictObject({
    lists: acuteLists,
    idioms: z.array(z.strictObject(rule)),
    signs: z.array(z.strictObject({ ...rule, danger: z.enum(DANGERS), sure })),
    frames: z.array(spare),
  })
  .superRefine(checkPatterns);

export const patientRulesSchema = z
  .strictObject({ lists, idioms: z.array(z.strictObject(rule)), hits: z.array(z.strictObject({ ...rule, sure })), frames: z.array(spare) })
  .superRefine(checkPatterns);

/** Lists that are weighed alone. */
export const weighedListsSchema = acuteLists;

/** Points by what is noticed in a text, then by the thing: see `guard/weighing`. */
const points = z.record(z.string(), z.record(z.string(), z.number()));
export const pointsSchema = z.strictObject({ danger: points, names: points });

const names = wordList;
export const namesSchema = z.strictObject({
  first: names,
  short: names,
  surnames: names,
  ambiguous_first: names,
  ambiguous_surnames: names,
});

/** All rules of the guard, as written. */
export interface GuardFiles {
  readonly acute: z.infer<typeof acuteRulesSchema>;
  readonly patient: z.infer<typeof patientRulesSchema>;
  readonly names: z.infer<typeof namesSchema>;
  readonly weighed: z.infer<typeof weighedListsSchema>;
  readonly points: z.infer<typeof pointsSchema>;
}
