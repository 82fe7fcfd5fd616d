import { labelsOf } from '../../../core/labels.ts';

export { figuresLabels } from './figures-labels.ts';

const region = { nb: 'Region', nn: 'Region', en: 'Region' };
const topic = { nb: 'Tema', nn: 'Tema', en: 'Topic' };
const choose = { nb: 'Velg', nn: 'Vel', en: 'Choose' };
const open = { nb: 'Åpne', nn: 'Opne', en: 'Open' };
const save = { nb: 'Lagre', nn: 'Lagre', en: 'Save' };
const remove = { nb: 'Fjern', nn: 'Fjern', en: 'Remove' };
const log = { nb: 'Loggfør', nn: 'Loggfør', en: 'Log' };
const deputy = { nb: 'Vikar', nn: 'Vikar', en: 'Deputy' };

export const deskLabels = labelsOf({
  heading: { nb: 'Henvendelser', nn: 'Førespurnader', en: 'Inquiries' },
  found: { nb: 'Treff på', nn: 'Treff på', en: 'Found for' },
  mine: { nb: 'Mine', nn: 'Mine', en: 'Mine' },
  unassigned: { nb: 'Ingen har tatt', nn: 'Ingen har teke', en: 'Nobody has taken' },
  overdue: { nb: 'Over fristen', nn: 'Over fristen', en: 'Overdue' },
  openOnes: { nb: 'Åpne', nn: 'Opne', en: 'Open' },
  answered: { nb: 'Besvart', nn: 'Svart på', en: 'Answered' },
  urgent: { nb: 'Haster', nn: 'Hastar', en: 'Urgent' },
  asked: { nb: 'Sendt til:', nn: 'Send til:', en: 'Sent to:' },
  with: { nb: 'Hos', nn: 'Hos', en: 'With' },
  nobody: { nb: 'Ingen har den', nn: 'Ingen har han', en: 'Nobody has it' },
  due: { nb: 'Svar innen', nn: 'Svar innan', en: 'Answer by' },
  came: { nb: 'Kom', nn: 'Kom', en: 'Came' },
  empty: { nb: 'Ingenting her.', nn: 'Ingenting her.', en: 'Nothing here.' },
  open,
  previous: { nb: 'Forrige', nn: 'Førre', en: 'Previous' },
  next: { nb: 'Neste', nn: 'Neste', en: 'Next' },
  page: { nb: 'Side', nn: 'Side', en: 'Page' },
  of: { nb: 'av', nn: 'av', en: 'of' },
  text: { nb: 'Nummer eller ord', nn: 'Nummer eller ord', en: 'Number or words' },
  textRequired: {
    nb: 'Skriv et nummer eller noen ord.',
    nn: 'Skriv eit nummer eller nokre ord.',
    en: 'Please write a number or some words.',
  },
  search: { nb: 'Søk', nn: 'Søk', en: 'Search' },
  log,
});

export const logLabels = labelsOf({
  heading: { nb: 'Loggfør en henvendelse', nn: 'Loggfør ein førespurnad', en: 'Log an inquiry' },
  done: { nb: 'Loggført som', nn: 'Loggført som', en: 'Logged as' },
  next: { nb: 'Her kan du loggføre den neste.', nn: 'Her kan du loggføre den neste.', en: 'You can log the next one here.' },
  question: {
    nb: 'Hva gjaldt det? Ikke skriv noe om en pasient.',
    nn: 'Kva gjaldt det? Ikkje skriv noko om ein pasient.',
    en: 'What was it about? Write nothing about a patient.',
  },
  required: { nb: 'Skriv hva det gjaldt.', nn: 'Skriv kva det gjaldt.', en: 'Please write what it was about.' },
  oneLine: { nb: 'Én linje er nok', nn: 'Éi linje er nok', en: 'One line is enough' },
  channel: { nb: 'Hvordan kom den?', nn: 'Korleis kom han?', en: 'How did it come?' },
  topic,
  suggest: { nb: 'La roboten foreslå', nn: 'La roboten foreslå', en: 'Let the bot suggest' },
  region,
  unknown: { nb: 'Ikke valgt', nn: 'Ikkje vald', en: 'Not chosen' },
  minutes: { nb: 'Minutter brukt', nn: 'Minutt brukt', en: 'Minutes spent' },
  log,
});

export const awayLabels = labelsOf({
  heading: { nb: 'Ditt fravær', nn: 'Fråværet ditt', en: 'Your absence' },
  saved: { nb: 'Fraværet er lagret.', nn: 'Fråværet er lagra.', en: 'Your absence is saved.' },
  none: { nb: 'Du har ikke lagt inn noe fravær.', nn: 'Du har ikkje lagt inn noko fråvær.', en: 'You have no absence planned.' },
  until: { nb: 'til', nn: 'til', en: 'to' },
  deputy,
  remove,
  add: { nb: 'Legg til fravær', nn: 'Legg til fråvær', en: 'Add an absence' },
  from: { nb: 'Fra og med', nn: 'Frå og med', en: 'From' },
  to: { nb: 'Til og med', nn: 'Til og med', en: 'Until and including' },
  required: { nb: 'Velg en dag.', nn: 'Vel ein dag.', en: 'Please choose a day.' },
  nobody: { nb: 'Ingen vikar', nn: 'Ingen vikar', en: 'No deputy' },
  save,
});

export const routesLabels = labelsOf({
  heading: { nb: 'Fordeling', nn: 'Fordeling', en: 'Distribution' },
  hint: {
    nb: 'Hvem som får spørsmålene om hvert tema.',
    nn: 'Kven som får spørsmåla om kvart tema.',
    en: 'Who gets the questions on each topic.',
  },
  admins: { nb: 'Ingen. Går til administratorene.', nn: 'Ingen. Går til administratorane.', en: 'Nobody. Goes to the administrators.' },
  gone: {
    nb: 'Noen her kan ikke svare lenger.',
    nn: 'Nokon her kan ikkje svare lenger.',
    en: 'Somebody here can no longer answer.',
  },
  topic,
  choose,
  required: { nb: 'Velg et tema.', nn: 'Vel eit tema.', en: 'Please choose a topic.' },
  open,
});

export const topicRoutesLabels = labelsOf({
  heading: { nb: 'Fordeling:', nn: 'Fordeling:', en: 'Distribution:' },
  none: {
    nb: 'Ingen egen fordeling. Spørsmålene går til dem som har alle andre temaer.',
    nn: 'Inga eiga fordeling. Spørsmåla går til dei som har alle andre tema.',
    en: 'No distribution of its own. Questions go to those who have all other topics.',
  },
  noneAtAll: {
    nb: 'Ingen her ennå. Spørsmålene går til administratorene.',
    nn: 'Ingen her enno. Spørsmåla går til administratorane.',
    en: 'Nobody here yet. Questions go to the administrators.',
  },
  allRegions: { nb: 'Alle regioner', nn: 'Alle regionar', en: 'All regions' },
  allPhases: { nb: 'alle faser', nn: 'alle fasar', en: 'all phases' },
  nobody: { nb: 'ingen', nn: 'ingen', en: 'nobody' },
  deputy,
  referredTo: { nb: 'Vises til', nn: 'Blir vist til', en: 'Referred to' },
  gone: {
    nb: 'Noen her kan ikke svare lenger.',
    nn: 'Nokon her kan ikkje svare lenger.',
    en: 'Somebody here can no longer answer.',
  },
  remove,
  form: { nb: 'Legg til eller endre', nn: 'Legg til eller endre', en: 'Add or change' },
  region,
  phase: { nb: 'Fase', nn: 'Fase', en: 'Phase' },
  everyPhase: { nb: 'Alle faser', nn: 'Alle fasar', en: 'All phases' },
  advisers: { nb: 'Rådgivere', nn: 'Rådgjevarar', en: 'Advisers' },
  deputies: { nb: 'Vikarer', nn: 'Vikarar', en: 'Deputies' },
  outside: {
    nb: 'Svarer noen utenfor senteret? Da går spørsmålet dit.',
    nn: 'Svarer nokon utanfor senteret? Då går spørsmålet dit.',
    en: 'Does somebody outside the centre answer? Then the question goes there.',
  },
  referralName: { nb: 'Navn', nn: 'Namn', en: 'Name' },
  referralAddress: { nb: 'E-post, nettsted eller telefon', nn: 'E-post, nettstad eller telefon', en: 'E-mail, website or telephone' },
  save,
  history: { nb: 'Siste endringer', nn: 'Siste endringar', en: 'Latest changes' },
});
