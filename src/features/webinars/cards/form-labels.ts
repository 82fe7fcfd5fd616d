import { labelsOf } from '../../../core/labels.ts';
import type { Texts } from '../../../core/locale.ts';
import type { Reminder } from '../model.ts';
import { inputWords } from './input-words.ts';

/** What the list of regions sends for none of them: cards take no choice without a value. */
export const EVERY_REGION = 'alle';
/** What the list of reminders sends for none of them. */
export const NO_REMINDERS = 'none';

export const reminderWords: { readonly [R in Reminder | typeof NO_REMINDERS]: Texts } = {
  week: { nb: 'En uke før', nn: 'Ei veke før', en: 'A week before' },
  day: { nb: 'Dagen før', nn: 'Dagen før', en: 'The day before' },
  hour: { nb: 'En time før', nn: 'Ein time før', en: 'An hour before' },
  channel: { nb: 'I kanalen dagen før', nn: 'I kanalen dagen før', en: 'In the channel the day before' },
  none: { nb: 'Ingen påminnelser', nn: 'Ingen påminningar', en: 'No reminders' },
};

const { reason: _reason, recordingUrl: _recording, materialsUrl: _materials, participants: _people, teams: _teams, ...asked } = inputWords;

export const formLabels = labelsOf({
  back: { nb: 'Tilbake', nn: 'Tilbake', en: 'Back' },
  ...asked,
  heading: { nb: 'Nytt arrangement', nn: 'Nytt arrangement', en: 'New webinar or gathering' },
  change: { nb: 'Endre arrangementet', nn: 'Endre arrangementet', en: 'Change the webinar or gathering' },
  changedSince: {
    nb: 'Noen andre har endret dette mens du skrev. Det du skrev, står her. Se over det før du går videre.',
    nn: 'Nokon andre har endra dette medan du skreiv. Det du skreiv, står her. Sjå over det før du går vidare.',
    en: 'Somebody else changed this while you were writing. What you wrote is here. Please look at it before you go on.',
  },
  titleRequired: { nb: 'Skriv en tittel.', nn: 'Skriv ein tittel.', en: 'Please write a title.' },
  dateRequired: { nb: 'Velg en dato.', nn: 'Vel ein dato.', en: 'Please choose a date.' },
  wholeDay: {
    nb: 'Det som er digitalt, må ha klokkeslett. Andre kan vare hele dagen.',
    nn: 'Det som er digitalt, må ha klokkeslett. Andre kan vare heile dagen.',
    en: 'What is held online must have times. Others may last all day.',
  },
  all: { nb: 'Alle', nn: 'Alle', en: 'All' },
  everyRegion: { nb: 'Alle regioner', nn: 'Alle regionar', en: 'All regions' },
  more: { nb: 'Flere valg', nn: 'Fleire val', en: 'More choices' },
  moreHint: {
    nb: 'Flere dager, påmelding, kanaler, påminnelser og tid for kunngjøring',
    nn: 'Fleire dagar, påmelding, kanalar, påminningar og tid for kunngjering',
    en: 'Several days, sign-up, channels, reminders and time of the announcement',
  },
  lastDayHint: {
    nb: 'Bare når det går over flere dager.',
    nn: 'Berre når det går over fleire dagar.',
    en: 'Only when it lasts several days.',
  },
  ownChannels: {
    nb: 'Velger du ingen, kommer det i kanalene som ressursbankene har for kunngjøringer.',
    nn: 'Vel du ingen, kjem det i kanalane som ressursbankane har for kunngjeringar.',
    en: 'If you choose none, it goes to the channels that the resource banks have for announcements.',
  },
  formerChannel: { nb: 'En kanal som er valgt før', nn: 'Ein kanal som er vald før', en: 'A channel chosen earlier' },
  commas: { nb: 'Skill med komma', nn: 'Skil med komma', en: 'Separate with commas' },
  countsHint: {
    nb: 'Hvor mange arrangementer det teller som.',
    nn: 'Kor mange arrangement det tel som.',
    en: 'How many gatherings it counts as.',
  },
  now: {
    nb: 'Lar du datoen stå tom, kan du kunngjøre med en gang. Uten klokkeslett blir det kl. 08.00.',
    nn: 'Lèt du datoen stå tom, kan du kunngjere med ein gong. Utan klokkeslett blir det kl. 08.00.',
    en: 'Leave the date empty to announce it at once. Without a time it will be at 08:00.',
  },
  preview: { nb: 'Se hvordan det blir', nn: 'Sjå korleis det blir', en: 'See how it will look' },
});
