import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Request } from 'botbuilder';
import restify from 'restify';

/** The least that answers: the same server and adapter, and nothing behind them. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer({ name: 'echo' });
server.use(restify.plugins.bodyParser({ maxBodySize: 262_144 }));
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as Request, response, async (context) => {
    await context.sendActivity(`Du skrev: ${context.activity.text}`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.url}`));
process.once('SIGTERM', () => process.exit(0));
