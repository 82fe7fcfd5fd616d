import type { Feature } from '../../core/features.ts';
import type { Bureau } from './bureau.ts';
import { away } from './handlers/away.ts';
import { inPrivate } from './handlers/case.ts';
import { compose } from './handlers/composing.ts';
import { desk, figures, find, log } from './handlers/desk.ts';
import { mine } from './handlers/following.ts';
import { ADVISERS } from './roles.ts';

/** What one can write. */
export function commandsOf(bureau: Bureau): Feature['commands'] {
  const advisers = [...commandsOnCases(bureau), ...commandsOnOneself(bureau)];
  return [...commandsForMembers(bureau), ...advisers.map((command) => ({ ...command, run: inPrivate(command.run) }))];
}

function commandsForMembers(bureau: Bureau): Feature['commands'] {
  return [
    {
      name: 'inquiries.compose',
      words: {
        nb: ['spør rådgiver', 'spør en rådgiver', 'spør rådgiveren'],
        nn: ['spør rådgjevar', 'spør ein rådgjevar', 'spør rådgjevaren'],
        en: ['ask adviser', 'ask an adviser', 'ask the adviser'],
      },
      takesText: true,
      who: 'member',
      help: { nb: 'send et spørsmål til en rådgiver', nn: 'send eit spørsmål til ein rådgjevar', en: 'send a question to an adviser' },
      run: (turn, text) => compose(bureau, turn, text === '' ? {} : { question: text }),
    },
    {
      name: 'inquiries.mine',
      words: { nb: ['mine henvendelser'], nn: ['mine førespurnader', 'mine henvendingar'], en: ['my inquiries'] },
      who: 'member',
      help: {
        nb: 'se hvordan det går med det du har spurt om',
        nn: 'sjå korleis det går med det du har spurt om',
        en: 'see how your questions are doing',
      },
      run: (turn) => mine(bureau, turn),
    },
  ];
}

function commandsOnCases(bureau: Bureau): Feature['commands'] {
  return [
    {
      name: 'inquiries.desk',
      words: { nb: ['status'], nn: ['status'], en: ['status'] },
      takesText: true,
      who: ADVISERS,
      help: {
        nb: 'henvendelser som er dine, ledige og over fristen',
        nn: 'førespurnader som er dine, ledige og over fristen',
        en: 'inquiries that are yours, unassigned and overdue',
      },
      run: (turn, text) => (text === '' ? desk(bureau, turn, {}) : find(bureau, turn, { text })),
    },
    {
      name: 'inquiries.log',
      words: { nb: ['loggfør'], nn: ['loggfør'], en: ['log inquiry'] },
      who: ADVISERS,
      help: {
        nb: 'før inn noe som kom på telefon eller e-post',
        nn: 'før inn noko som kom på telefon eller e-post',
        en: 'put in what came by telephone or e-mail',
      },
      run: (turn) => log(bureau, turn, {}),
    },
  ];
}

function commandsOnOneself(bureau: Bureau): Feature['commands'] {
  return [
    {
      name: 'inquiries.away',
      words: { nb: ['fravær', 'mitt fravær'], nn: ['fråvær', 'mitt fråvær'], en: ['absence', 'away'] },
      who: ADVISERS,
      home: 'house',
      help: {
        nb: 'si fra når du er borte, og hvem som er vikar',
        nn: 'sei frå når du er borte, og kven som er vikar',
        en: 'say when you are away, and who stands in',
      },
      run: (turn) => away(bureau, turn, {}),
    },
    {
      name: 'inquiries.figures',
      words: { nb: ['tall'], nn: ['tal'], en: ['figures'] },
      who: ADVISERS,
      help: { nb: 'tall for henvendelsene', nn: 'tal for førespurnadene', en: 'figures for the inquiries' },
      run: (turn) => figures(bureau, turn, {}),
    },
  ];
}
