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

const lists = z.record(z.string().regex(/^[a-z-]+$/), z.strictObject({ why: words, words: z.array(words).min(1) }));
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

/** Lists that a rule names and that are not there. */
function checkLists({ lists: known, ...rest }: RuleFile, context: { addIssue: (text: string) => void }): void {
  for (const [kind, rules] of Object.entries(rest)) {
    for (const [at, each] of z
      .array(z.looseObject({ pattern: words, with: rule.with, without: rule.without }))
      .parse(rules)
      .entries()) {
      const named = [...each.pattern.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
      for (const name of [...named, ...(each.with ?? []), ...(each.without ?? [])])
        if (!(name in known)) context.addIssue(`${kind}[${at}]: lista {${name}} finnes ikke («${each.pattern}»)`);
    }
  }
}

export const acuteRulesSchema = z
  .strictObject({
    lists,
    idioms: z.array(z.strictObject(rule)),
    signs: z.array(z.strictObject({ ...rule, danger: z.enum(DANGERS), sure })),
    frames: z.array(spare),
  })
  .superRefine(checkLists);

export const patientRulesSchema = z
  .strictObject({ lists, idioms: z.array(z.strictObject(rule)), hits: z.array(z.strictObject({ ...rule, sure })), frames: z.array(spare) })
  .superRefine(checkLists);

const names = z.array(z.string().min(1));
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
}
