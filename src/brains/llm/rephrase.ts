import { HumanMessage, SystemMessage } from 'langchain';
import { plainText } from '../../wording/plain-text.js';
import type { Rephrase } from '../brain.js';
import { chatModel } from './chat-model.js';
import { createCircuitBreaker } from './circuit-breaker.js';
import type { LlmBrainSettings } from './load-llm-brain.js';
import { spendOn } from './model-tokens.js';
import { createModerate } from './moderate.js';
import { readReply } from './read-reply.js';
import { untraced } from './untraced.js';

/** The model as a writer only: it has no tools and sees nothing but one message and what it answers. */
export function createRephrase({ wording, budget, moderation, ...settings }: LlmBrainSettings): Rephrase {
  const model = chatModel(settings);
  const moderate = moderation === undefined ? null : createModerate({ ...settings, moderation });
  const breaker = createCircuitBreaker();
  return async ({ text, shopperText, policy, allowance }) => {
    if (breaker.isOpen() || !(await allowance.isLeft())) return null;
    const signal = AbortSignal.timeout(budget.rephraseMilliseconds);
    const mark = `words-${crypto.randomUUID()}`;
    const facts = { mark, shopName: policy.name, assistantName: policy.assistantName };
    const messages = [
      new SystemMessage(wording.say('rephrase', facts)),
      new HumanMessage(
        `<${mark}-customer>\n${shopperText}\n</${mark}-customer>\n<${mark}-shop>\n${text}\n</${mark}-shop>`,
      ),
    ];
    try {
      const [flag] = moderate ? await moderate([shopperText], signal) : [null];
      if (flag) return null;
      const reply = await model.invoke(messages, { signal, callbacks: [untraced] });
      await spendOn(reply, messages, allowance);
      const words = readReply(reply, 1).text.trim();
      breaker.succeeded();
      return words.split('\n').map(plainText).join('\n');
    } catch {
      // whatever it was, the message goes out as it is
      breaker.failed();
      return null;
    }
  };
}
