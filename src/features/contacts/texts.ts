import { UserError } from '../../core/errors.ts';
import type { Locale, Texts } from '../../core/locale.ts';

type Params = Readonly<Record<string, string>>;

/** The sentences for what can't be done, by code. */
const sentences: Readonly<Record<string, Texts<[Params]>>> = {
  notFound: {
    nb: () => 'Jeg finner ikke teamet. Ingenting er gjort.',
    nn: () => 'Eg finn ikkje teamet. Ingenting er gjort.',
    en: () => 'I can’t find that team. Nothing has been done.',
  },
  notYours: {
    nb: ({ name }) => `Bare lederen, stedfortrederen og senteret kan endre opplysningene om ${name}. Ingenting er endret.`,
    nn: ({ name }) => `Berre leiaren, stedfortredaren og senteret kan endre opplysningane om ${name}. Ingenting er endra.`,
    en: ({ name }) => `Only the leader, the deputy and the centre can change what is registered about ${name}. Nothing was changed.`,
  },
  onlyCentre: {
    nb: () => 'Bare senteret kan gjøre det. Ingenting er gjort.',
    nn: () => 'Berre senteret kan gjere det. Ingenting er gjort.',
    en: () => 'Only the centre can do that. Nothing has been done.',
  },
  noTeam: {
    nb: () => 'Du står ikke som leder eller stedfortreder for noe team her. Skriv til senteret hvis det er feil.',
    nn: () => 'Du står ikkje som leiar eller stedfortredar for noko team her. Skriv til senteret om det er feil.',
    en: () => 'You are not registered as leader or deputy of any team here. Write to the centre if that is wrong.',
  },
  decided: {
    nb: ({ name }) => `${name} har alt avgjort dette. Ingenting er gjort nå.`,
    nn: ({ name }) => `${name} har alt avgjort dette. Ingenting er gjort no.`,
    en: ({ name }) => `${name} has already decided this. Nothing was done now.`,
  },
  overtaken: {
    nb: () => 'Det er endret igjen siden, så dette gjelder ikke lenger. Ingenting er gjort.',
    nn: () => 'Det er endra igjen sidan, så dette gjeld ikkje lenger. Ingenting er gjort.',
    en: () => 'It has been changed again since, so this no longer applies. Nothing was done.',
  },
  checkRunning: {
    nb: () => 'En runde er alt i gang. Vent til den er ferdig.',
    nn: () => 'Ein runde er alt i gang. Vent til han er ferdig.',
    en: () => 'A round is already running. Please wait until it has ended.',
  },
  notAsked: {
    nb: () => 'Det er en annen som er spurt. Ingenting er gjort.',
    nn: () => 'Det er ein annan som er spurd. Ingenting er gjort.',
    en: () => 'Somebody else was asked. Nothing was done.',
  },
  nothingToUndo: {
    nb: () => 'Det er ikke noe å angre på her.',
    nn: () => 'Det er ikkje noko å angre på her.',
    en: () => 'There is nothing to undo here.',
  },
};

/** Other features have codes of the same names. */
const PREFIX = 'contacts.';

/** What can't be done, by the code of its sentence. */
export function refused(code: string, params: Params = {}): UserError {
  return new UserError(PREFIX + code, params);
}

/** The sentence for a `UserError` of this feature; undefined when the code is not its own. */
export function sentenceOf(code: string, params: Params, locale: Locale): string | undefined {
  return code.startsWith(PREFIX) ? sentences[code.slice(PREFIX.length)]?.[locale](params) : undefined;
}
