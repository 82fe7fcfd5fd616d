import { labelsOf } from '../../../core/labels.ts';

const all = { nb: 'Alle arrangementer', nn: 'Alle arrangement', en: 'All webinars and gatherings' };

export const listLabels = labelsOf({
  heading: { nb: 'Arrangementer', nn: 'Arrangement', en: 'Webinars and gatherings' },
  found: { nb: 'Treff på', nn: 'Treff på', en: 'Found for' },
  seenAt: { nb: 'Slik så det ut', nn: 'Slik såg det ut', en: 'As it looked on' },
  ahead: { nb: 'Kommende', nn: 'Kommande', en: 'Upcoming' },
  past: { nb: 'Tidligere', nn: 'Tidlegare', en: 'Earlier' },
  drafts: { nb: 'Ikke kunngjort ennå', nn: 'Ikkje kunngjort enno', en: 'Not announced yet' },
  nothingAhead: { nb: 'Ingenting er kunngjort ennå.', nn: 'Ingenting er kunngjort enno.', en: 'Nothing has been announced yet.' },
  nothingFound: {
    nb: 'Ingen treff. Prøv et annet ord eller en annen måned.',
    nn: 'Ingen treff. Prøv eit anna ord eller ein annan månad.',
    en: 'Nothing found. Try another word or another month.',
  },
  more: {
    nb: 'til. Søk eller velg en måned for å se dem.',
    nn: 'til. Søk eller vel ein månad for å sjå dei.',
    en: 'more. Search or choose a month to see them.',
  },
  open: { nb: 'Åpne', nn: 'Opne', en: 'Open' },
  manage: { nb: 'Administrer', nn: 'Administrer', en: 'Manage' },
  recording: { nb: 'Opptak', nn: 'Opptak', en: 'Recording' },
  materials: { nb: 'Materiell', nn: 'Materiell', en: 'Material' },
  text: { nb: 'Ord å søke etter', nn: 'Ord å søkje etter', en: 'Words to search for' },
  month: { nb: 'Måned', nn: 'Månad', en: 'Month' },
  everyMonth: { nb: 'Alle måneder', nn: 'Alle månader', en: 'All months' },
  search: { nb: 'Søk', nn: 'Søk', en: 'Search' },
  create: { nb: 'Nytt arrangement', nn: 'Nytt arrangement', en: 'New webinar or gathering' },
  feed: {
    nb: 'Abonner på kalenderen i Outlook eller Google med denne adressen:',
    nn: 'Abonner på kalenderen i Outlook eller Google med denne adressa:',
    en: 'Subscribe to the calendar in Outlook or Google with this address:',
  },
  isQuiet: { nb: 'Du får ingen påminnelser.', nn: 'Du får ingen påminningar.', en: 'You get no reminders.' },
  reminders: { nb: 'Få påminnelser igjen', nn: 'Få påminningar igjen', en: 'Get reminders again' },
});

export const digestLabels = labelsOf({
  heading: { nb: 'Denne uka og neste', nn: 'Denne veka og neste', en: 'This week and next' },
  until: { nb: 'til', nn: 'til', en: 'to' },
  nothing: { nb: 'Ingen arrangementer i denne tida.', nn: 'Ingen arrangement i denne tida.', en: 'Nothing in this time.' },
  all,
});
