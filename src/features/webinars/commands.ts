import type { Feature } from '../../core/features.ts';
import { ORGANISERS } from './handlers/common.ts';
import { list } from './handlers/listing.ts';
import { create } from './handlers/planning.ts';
import type { WebinarPorts } from './ports.ts';

/** What one can write. */
export function commandsOf(ports: WebinarPorts): Feature['commands'] {
  return [
    {
      name: 'webinars.list',
      words: {
        nb: ['webinarer', 'webinarene', 'arrangementer', 'vis webinarer', 'når er neste webinar', 'kalender'],
        nn: ['webinarar', 'webinara', 'webinar', 'arrangement', 'vis webinar', 'når er neste webinar'],
        en: ['webinars', 'events', 'calendar'],
      },
      takesText: 'no question',
      who: 'member',
      help: {
        nb: 'se hva som kommer, og opptak av det som har vært',
        nn: 'sjå kva som kjem, og opptak av det som har vore',
        en: 'see what is ahead, and recordings of what has been',
      },
      run: (turn, text) => list(ports, turn, text === '' ? {} : { text }),
    },
    {
      name: 'webinars.create',
      words: {
        nb: ['nytt webinar', 'nytt arrangement', 'lag webinar'],
        nn: ['nytt webinar', 'nytt arrangement', 'lag webinar'],
        en: ['new webinar', 'new event'],
      },
      takesText: 'no question',
      who: ORGANISERS,
      asksBanks: true,
      help: {
        nb: 'lag et webinar eller et annet arrangement',
        nn: 'lag eit webinar eller eit anna arrangement',
        en: 'make a webinar or another event',
      },
      run: (turn, text) => create(ports, turn, text === '' ? {} : { title: text }),
    },
  ];
}
