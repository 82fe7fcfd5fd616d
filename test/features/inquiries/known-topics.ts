import { ROOT } from '../../../src/config.ts';
import { createContent } from '../../../src/content.ts';
import { entrySchema } from '../../../src/features/handbook/index.ts';

const content = createContent(ROOT);

export const thesaurus = content.thesaurus();
export const topics = [...content.topicNames()].map(([id, label]) => ({ id, label }));
/** Phrases that belong to a topic. */
export const phrases = content.topicExamples();

const ofBanks = content.banks().flatMap(({ handbook }) => (handbook === null ? [] : content.entries(handbook, entrySchema)));
const entries = [...new Map(ofBanks.map((entry) => [entry.id, entry])).values()];
/** The handbooks' questions, each once for each of its topics. */
export const handbook = entries.flatMap(({ question, tags }) => tags.map((topic) => ({ topic, text: question })));
