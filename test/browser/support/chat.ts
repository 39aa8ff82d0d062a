import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The chat as its user sees it. */
export interface Chat {
  readonly launcher: Locator;
  readonly frame: FrameLocator;
  readonly field: Locator;
  /** Everything the shop's side said, oldest first. */
  readonly answers: Locator;
  /** Everything the shopper said, oldest first. */
  readonly said: Locator;
  readonly cards: Locator;
  /** Opens the chat and waits for its greeting. */
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /** Says something and waits for the one answer to it. */
  ask(text: string): Promise<Locator>;
  /** Presses a button of the chat and waits for the answer. */
  press(button: string): Promise<Locator>;
}

export function chatOn(page: Page): Chat {
  const frame = page.frameLocator('iframe[title="Chat about your order"]');
  const field = frame.getByRole('textbox', { name: 'Your message' });
  const answers = frame.locator('.desk');
  const launcher = page.getByRole('button', { name: /^Chat about your order/ });

  async function say(text: string): Promise<void> {
    await field.fill(text);
    await field.press('Enter');
  }

  async function answerTo(deed: () => Promise<void>): Promise<Locator> {
    const answer = answers.nth(await answers.count());
    await deed();
    await answer.waitFor();
    return answer;
  }

  return {
    launcher,
    frame,
    field,
    answers,
    said: frame.locator('.own .bubble'),
    cards: frame.getByRole('article', { name: /^Order/ }),
    async open() {
      await launcher.click();
      await answers.first().waitFor();
    },
    say,
    ask: (text) => answerTo(() => say(text)),
    press: (button) => answerTo(() => frame.getByRole('button', { name: button, exact: true }).last().click()),
  };
}
