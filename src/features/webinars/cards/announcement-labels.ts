import { labelsOf } from '../../../core/labels.ts';

/** Titles of buttons that stand on several cards. */
export const join = { nb: 'Bli med', nn: 'Bli med', en: 'Join' };
export const interested = { nb: 'Jeg er interessert', nn: 'Eg er interessert', en: 'I’m interested' };
export const notInterested = { nb: 'Kan ikke likevel', nn: 'Kan ikkje likevel', en: 'Can’t come after all' };
export const addToCalendar = { nb: 'Legg i kalender', nn: 'Legg i kalender', en: 'Add to calendar' };
export const updateCalendar = { nb: 'Oppdater kalenderen', nn: 'Oppdater kalenderen', en: 'Update calendar' };
export const signUp = { nb: 'Påmelding', nn: 'Påmelding', en: 'Sign up' };
export const recording = { nb: 'Se opptaket', nn: 'Sjå opptaket', en: 'Watch the recording' };
export const materials = { nb: 'Materiell', nn: 'Materiell', en: 'Material' };

export const announcementLabels = labelsOf({
  join,
  interested,
  notInterested,
  addToCalendar,
  updateCalendar,
  signUp,
  recording,
  materials,
  evaluate: { nb: 'Gi tilbakemelding', nn: 'Gje tilbakemelding', en: 'Give feedback' },
  isInterested: { nb: 'Du har meldt interesse.', nn: 'Du har meldt interesse.', en: 'You have said that you are interested.' },
  noted: {
    nb: 'Notert. Du får beskjed hvis noe endres.',
    nn: 'Notert. Du får beskjed om noko blir endra.',
    en: 'Noted. You will be told if anything changes.',
  },
  counted: {
    nb: 'Notert. Jeg kan ikke sende deg beskjeder, så se på kortet her om noe er endret.',
    nn: 'Notert. Eg kan ikkje sende deg beskjedar, så sjå på kortet her om noko er endra.',
    en: 'Noted. I can’t send you messages, so please look at the card here for changes.',
  },
  reminded: {
    nb: 'Du får også påminnelser før det begynner.',
    nn: 'Du får òg påminningar før det byrjar.',
    en: 'You will also get reminders before it starts.',
  },
  notedNot: {
    nb: 'Notert. Du får ikke flere beskjeder om dette.',
    nn: 'Notert. Du får ikkje fleire beskjedar om dette.',
    en: 'Noted. You will get no more messages about this.',
  },
  evaluated: {
    nb: 'Takk for tilbakemeldingen. Den er anonym.',
    nn: 'Takk for tilbakemeldinga. Ho er anonym.',
    en: 'Thank you for your feedback. It is anonymous.',
  },
});

export const calendarLabels = labelsOf({
  heading: addToCalendar,
  update: updateCalendar,
  hint: {
    nb: 'Kalenderfila passer for alle kalendere. Åpner du den igjen etter en endring, oppdateres oppføringen du har.',
    nn: 'Kalenderfila passar for alle kalendrar. Opnar du ho igjen etter ei endring, blir oppføringa du har, oppdatert.',
    en: 'The calendar file works with every calendar. Open it again after a change to update the entry you have.',
  },
  choose: {
    nb: 'Velg kalenderen du bruker.',
    nn: 'Vel kalenderen du bruker.',
    en: 'Choose the calendar you use.',
  },
  remove: {
    nb: 'Det er avlyst. Åpne kalenderfila for å fjerne det fra kalenderen din, eller slett oppføringen selv.',
    nn: 'Det er avlyst. Opne kalenderfila for å fjerne det frå kalenderen din, eller slett oppføringa sjølv.',
    en: 'It has been cancelled. Open the calendar file to take it out of your calendar, or delete the entry yourself.',
  },
  file: { nb: 'Kalenderfil', nn: 'Kalenderfil', en: 'Calendar file' },
  outlook: { nb: 'Outlook', nn: 'Outlook', en: 'Outlook' },
  google: { nb: 'Google', nn: 'Google', en: 'Google' },
  back: { nb: 'Tilbake', nn: 'Tilbake', en: 'Back' },
});

export const goneLabels = labelsOf({
  gone: { nb: 'Kunngjøringen er trukket tilbake.', nn: 'Kunngjeringa er trekt tilbake.', en: 'The announcement has been taken back.' },
});
