import type { Locale, Texts } from '../../../core/locale.ts';
import type { State } from '../model.ts';

/** Sentences with something put in. What is put in stands in them as it is: the cards escape it. */

/** How a status begins: the number, and who has it where somebody has. */
interface Standing {
  readonly number: string;
  readonly name: string;
}

export const sentences = {
  sent: {
    nb: (number) => `Henvendelsen er sendt: ${number}`,
    nn: (number) => `Førespurnaden er send: ${number}`,
    en: (number) => `Your inquiry has been sent: ${number}`,
  },
  changed: {
    nb: (number) => `Henvendelsen er endret: ${number}`,
    nn: (number) => `Førespurnaden er endra: ${number}`,
    en: (number) => `Your inquiry has been changed: ${number}`,
  },
  backOn: {
    nb: (day) => `Rådgiveren er tilbake ${day}.`,
    nn: (day) => `Rådgjevaren er tilbake ${day}.`,
    en: (day) => `The adviser is back on ${day}.`,
  },
  opensOn: {
    nb: (day) => `Det er utenfor arbeidstiden. Rådgiverne er på jobb igjen ${day}.`,
    nn: (day) => `Det er utanfor arbeidstida. Rådgjevarane er på jobb igjen ${day}.`,
    en: (day) => `It is outside office hours. The advisers are back at work on ${day}.`,
  },
  answersThis: {
    nb: (name) => `Dette svarer ${name} på`,
    nn: (name) => `Dette svarar ${name} på`,
    en: (name) => `${name} answers this`,
  },
  answerTo: {
    nb: (number) => `Svar på ${number}`,
    nn: (number) => `Svar på ${number}`,
    en: (number) => `Answer to ${number}`,
  },
  hasAnswer: {
    nb: (mention) => `${mention}, du har fått svar.`,
    nn: (mention) => `${mention}, du har fått svar.`,
    en: (mention) => `${mention}, you have an answer.`,
  },
  isReferred: {
    nb: (number) => `${number} er vist videre.`,
    nn: (number) => `${number} er vist vidare.`,
    en: (number) => `${number} has been referred.`,
  },
  isReply: {
    nb: (number) => `Er dette svar på ${number}?`,
    nn: (number) => `Er dette svar på ${number}?`,
    en: (number) => `Is this a reply to ${number}?`,
  },
  yesReply: {
    nb: (number) => `Ja, svar på ${number}`,
    nn: (number) => `Ja, svar på ${number}`,
    en: (number) => `Yes, a reply to ${number}`,
  },
  sentOn: { nb: (day) => `sendt ${day}`, nn: (day) => `send ${day}`, en: (day) => `sent ${day}` },
  dueBy: { nb: (moment) => `svar innen ${moment}`, nn: (moment) => `svar innan ${moment}`, en: (moment) => `answer by ${moment}` },
  more: { nb: (count) => `Og ${count} til.`, nn: (count) => `Og ${count} til.`, en: (count) => `And ${count} more.` },
} satisfies Readonly<Record<string, Texts<[string]>>>;

/** Who it goes to and by when, from `receiverText` and `deadlineText`. */
export const goesTo: Texts<[receiver: string, deadline: string]> = {
  nb: (receiver, deadline) => `Går til: ${receiver} – svar ${deadline}`,
  nn: (receiver, deadline) => `Går til: ${receiver} – svar ${deadline}`,
  en: (receiver, deadline) => `Goes to: ${receiver} – answer ${deadline}`,
};

/** Instead of `goesTo` where somebody outside the centre answers. */
export const goesOutside: Texts<[name: string]> = {
  nb: (name) => `Dette svarer ${name} på. Når du sender, får du vite hvor du henvender deg.`,
  nn: (name) => `Dette svarar ${name} på. Når du sender, får du vite kvar du kan vende deg.`,
  en: (name) => `${name} answers this. When you send it, you are told where to turn.`,
};

export const asks: Texts<[name: string, number: string]> = {
  nb: (name, number) => `${name} spør om ${number}:`,
  nn: (name, number) => `${name} spør om ${number}:`,
  en: (name, number) => `${name} asks about ${number}:`,
};

export const partOf: Texts<[part: number, parts: number]> = {
  nb: (part, parts) => `Del ${part} av ${parts}`,
  nn: (part, parts) => `Del ${part} av ${parts}`,
  en: (part, parts) => `Part ${part} of ${parts}`,
};

/** Who answered, for what and when. `topic` as it stands inside a sentence; '' where none is known. */
export function answeredBy(from: { name: string; topic: string; day: string }, locale: Locale): string {
  const role = { nb: 'rådgiver for', nn: 'rådgjevar for', en: 'adviser for' }[locale];
  const start = { nb: 'Fra', nn: 'Frå', en: 'From' }[locale];
  const parts = [from.name, from.topic === '' ? '' : `${role} ${from.topic}`, from.day].filter((part) => part !== '');
  return `${start} ${parts.join(', ')}`;
}

const someone: Texts = { nb: 'En rådgiver', nn: 'Ein rådgjevar', en: 'An adviser' };

/** How it goes with an inquiry, in a line. */
export const standings: { readonly [S in State]: Texts<[Standing]> } = {
  new: {
    nb: ({ number }) => `${number} venter på en rådgiver`,
    nn: ({ number }) => `${number} ventar på ein rådgjevar`,
    en: ({ number }) => `${number} is waiting for an adviser`,
  },
  taken: {
    nb: ({ number, name }) => `${number}: ${name || someone.nb} har den`,
    nn: ({ number, name }) => `${number} er hos ${name || 'ein rådgjevar'}`,
    en: ({ number, name }) => `${number}: ${name || someone.en} is on it`,
  },
  asked: {
    nb: ({ number }) => `${number} venter på svar fra deg`,
    nn: ({ number }) => `${number} ventar på svar frå deg`,
    en: ({ number }) => `${number} is waiting for your reply`,
  },
  answered: {
    nb: ({ number }) => `${number} er besvart`,
    nn: ({ number }) => `${number} er svart på`,
    en: ({ number }) => `${number} has been answered`,
  },
  referred: {
    nb: ({ number }) => `${number} er vist videre`,
    nn: ({ number }) => `${number} er vist vidare`,
    en: ({ number }) => `${number} has been referred`,
  },
  withdrawn: {
    nb: ({ number }) => `${number} er trukket tilbake`,
    nn: ({ number }) => `${number} er trekt tilbake`,
    en: ({ number }) => `${number} has been withdrawn`,
  },
  closed: {
    nb: ({ number }) => `${number} er lukket`,
    nn: ({ number }) => `${number} er lukka`,
    en: ({ number }) => `${number} has been closed`,
  },
};

/** What the asker did just now, on the card that says how it goes. */
export const doneTexts: { readonly [D in 'added' | 'replied' | 'withdrawn' | 'reopened']: Texts } = {
  withdrawn: {
    nb: 'Henvendelsen er trukket tilbake, og rådgiveren får vite det.',
    nn: 'Førespurnaden er trekt tilbake, og rådgjevaren får vite det.',
    en: 'The inquiry is withdrawn, and the adviser is told.',
  },
  added: {
    nb: 'Det er lagt til, og rådgiveren får vite det.',
    nn: 'Det er lagt til, og rådgjevaren får vite det.',
    en: 'It has been added, and the adviser is told.',
  },
  replied: {
    nb: 'Takk. Svaret ditt er sendt til rådgiveren.',
    nn: 'Takk. Svaret ditt er sendt til rådgjevaren.',
    en: 'Thank you. Your reply has been sent to the adviser.',
  },
  reopened: {
    nb: 'Henvendelsen er åpnet igjen. Svaret kommer her.',
    nn: 'Førespurnaden er opna igjen. Svaret kjem her.',
    en: 'The inquiry is open again. The answer will come here.',
  },
};
