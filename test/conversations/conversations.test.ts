import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Conversation, createConversations } from '../support/conversation.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

describe('conversations', () => {
  const { hold, close } = createConversations();
  after(close);

  for (const file of globSync('*.json', { cwd: FOLDER }).sort()) {
    describe(file.replace('.json', ''), () => {
      const conversations: Conversation[] = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
      for (const conversation of conversations) it(conversation.title, () => hold(conversation));
    });
  }
});
