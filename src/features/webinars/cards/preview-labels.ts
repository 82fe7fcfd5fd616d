import { labelsOf } from '../../../core/labels.ts';

export const previewLabels = labelsOf({
  back: { nb: 'Tilbake', nn: 'Tilbake', en: 'Back' },
  heading: { nb: 'Slik blir kunngjøringen', nn: 'Slik blir kunngjeringa', en: 'This is how it will be announced' },
  changes: { nb: 'Slik blir det med endringene', nn: 'Slik blir det med endringane', en: 'This is how it will look with your changes' },
  buttons: { nb: 'Knapper på kortet:', nn: 'Knappar på kortet:', en: 'Buttons on the card:' },
  places: { nb: 'Kunngjøres i', nn: 'Blir kunngjort i', en: 'Announced in' },
  stands: { nb: 'Kortene oppdateres i', nn: 'Korta blir oppdaterte i', en: 'The cards are updated in' },
  noChannelHere: { nb: 'ingen kanal for kunngjøringer', nn: 'ingen kanal for kunngjeringar', en: 'no channel for announcements' },
  nowhere: { nb: 'Ingen kanal er valgt.', nn: 'Ingen kanal er vald.', en: 'No channel is chosen.' },
  banks: { nb: 'Gjelder for', nn: 'Gjeld for', en: 'It is for' },
  publishedAt: { nb: 'Kunngjøres', nn: 'Blir kunngjort', en: 'It will be announced' },
  moves: {
    nb: 'Tid, sted eller lenke er endret. De som er interesserte, får beskjed.',
    nn: 'Tid, stad eller lenkje er endra. Dei som er interesserte, får beskjed.',
    en: 'Time, place or link has changed. Those who are interested will be told.',
  },
  noLeaderChannel: {
    nb: 'Det er for ledere, men en av ressursbankene har ingen lederkanal. Der kommer kortet i den vanlige kanalen.',
    nn: 'Det er for leiarar, men ein av ressursbankane har ingen leiarkanal. Der kjem kortet i den vanlege kanalen.',
    en: 'It is for leaders, but one of the resource banks has no channel for leaders. There the card goes to the usual channel.',
  },
  noChannel: {
    nb: 'En av ressursbankene har ingen kanal for kunngjøringer. Der kommer det ikke noe kort før administratoren velger en.',
    nn: 'Ein av ressursbankane har ingen kanal for kunngjeringar. Der kjem det ikkje noko kort før administratoren vel ein.',
    en: 'One of the resource banks has no channel for announcements. No card will appear there until the administrator chooses one.',
  },
  past: { nb: 'Tidspunktet er passert.', nn: 'Tidspunktet er passert.', en: 'The time has passed.' },
  similar: { nb: 'Finnes det allerede?', nn: 'Finst det alt?', en: 'Does it exist already?' },
  open: { nb: 'Åpne', nn: 'Opne', en: 'Open' },
  publish: { nb: 'Kunngjør nå', nn: 'Kunngjer no', en: 'Announce now' },
  schedule: { nb: 'Planlegg kunngjøringen', nn: 'Planlegg kunngjeringa', en: 'Schedule it' },
  save: { nb: 'Lagre endringene', nn: 'Lagre endringane', en: 'Save the changes' },
  change: { nb: 'Endre', nn: 'Endre', en: 'Change' },
  remove: { nb: 'Slett kladden', nn: 'Slett kladden', en: 'Delete the draft' },
});
