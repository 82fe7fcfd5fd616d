import { labelsOf } from '../../../core/labels.ts';
import { open, search, undo } from './team-labels.ts';

export const listLabels = labelsOf({
  open,
  search,
  heading: { nb: 'Team', nn: 'Team', en: 'Teams' },
  found: { nb: 'Treff på', nn: 'Treff på', en: 'Found for' },
  nothing: { nb: 'Jeg fant ingen team.', nn: 'Eg fann ingen team.', en: 'I found no teams.' },
  nothingFor: { nb: 'Jeg fant ikke noe team for', nn: 'Eg fann ikkje noko team for', en: 'I found no team for' },
  tryAgain: {
    nb: 'Prøv med navnet på en kommune, en bydel, et fylke eller et team.',
    nn: 'Prøv med namnet på ein kommune, ein bydel, eit fylke eller eit team.',
    en: 'Try the name of a municipality, a city district, a county or a team.',
  },
  meant: { nb: 'Mente du en av disse?', nn: 'Meinte du ein av desse?', en: 'Did you mean one of these?' },
  leader: { nb: 'Leder', nn: 'Leiar', en: 'Leader' },
  oneMore: {
    nb: '1 team til. Søk på noe mer bestemt.',
    nn: '1 team til. Søk på noko meir bestemt.',
    en: '1 more team. Please search for something more precise.',
  },
  more: {
    nb: 'team til. Søk på noe mer bestemt.',
    nn: 'team til. Søk på noko meir bestemt.',
    en: 'more teams. Please search for something more precise.',
  },
  text: { nb: 'Sted, team eller type', nn: 'Stad, team eller type', en: 'Place, team or type' },
});

export const silentLabels = labelsOf({
  open,
  heading: { nb: 'Team vi ikke har hørt fra', nn: 'Team vi ikkje har høyrt frå', en: 'Teams we haven’t heard from' },
  region: { nb: 'Region', nn: 'Region', en: 'Region' },
  allRegions: { nb: 'Alle regioner', nn: 'Alle regionar', en: 'All regions' },
  about: {
    nb: 'Ingen spørsmål, arrangementer eller bekreftede opplysninger siste',
    nn: 'Ingen spørsmål, arrangement eller stadfesta opplysningar siste',
    en: 'No questions, events or confirmed details in the last',
  },
  months: { nb: 'måneder', nn: 'månader', en: 'months' },
  month: { nb: 'måned', nn: 'månad', en: 'month' },
  lastSign: { nb: 'Hørte sist fra dem', nn: 'Høyrde sist frå dei', en: 'Last heard from' },
  never: { nb: 'Aldri hørt fra', nn: 'Aldri høyrt frå', en: 'Never heard from' },
  nobody: { nb: 'Vi har hørt fra alle teamene.', nn: 'Vi har høyrt frå alle teama.', en: 'We have heard from all the teams.' },
  andMore: { nb: '… og', nn: '… og', en: '… and' },
  more: { nb: 'til', nn: 'til', en: 'more' },
});

export const digestLabels = labelsOf({
  open,
  undo,
  heading: { nb: 'Endret av teamene', nn: 'Endra av teama', en: 'Changed by the teams' },
  until: { nb: 'til', nn: 'til', en: 'to' },
  hint: {
    nb: 'Dette gjelder allerede. Er noe feil, kan du angre det.',
    nn: 'Dette gjeld allereie. Er noko feil, kan du angre det.',
    en: 'This applies already. If anything is wrong, you can undo it.',
  },
  nothing: { nb: 'Ingen har endret noe.', nn: 'Ingen har endra noko.', en: 'Nobody has changed anything.' },
  andMore: { nb: '… og', nn: '… og', en: '… and' },
  more: { nb: 'til', nn: 'til', en: 'more' },
});
