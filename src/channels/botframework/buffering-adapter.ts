import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';

const sentKey = Symbol('activities sent in this turn');

/**
 * A Bot Framework adapter that sends nothing. What a turn sends is kept and handed to the caller, who checks it, stores
 * it and lets the channel deliver it. Changing or deleting what was said, and speaking outside a turn, are refused.
 */
export class BufferingAdapter extends BotAdapter {
  /** Runs one activity through the middleware and `logic`. Returns what was sent, in order; an error of the turn is thrown. */
  async collect(
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<readonly Partial<Activity>[]> {
    const sent: Partial<Activity>[] = [];
    const context = new TurnContext(this, activity);
    context.turnState.set(sentKey, sent);
    await this.runMiddleware(context, logic);
    return sent;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: Partial<Activity>[] = context.turnState.get(sentKey);
    return activities.map((activity) => {
      sent.push(activity);
      return { id: `${context.activity.id}/${sent.length}` };
    });
  }

  override updateActivity(): Promise<never> {
    return refuse('change a message that was sent');
  }

  override deleteActivity(): Promise<never> {
    return refuse('delete a message that was sent');
  }

  override continueConversation(): Promise<never> {
    return refuse('speak outside a turn');
  }
}

function refuse(what: string): Promise<never> {
  return Promise.reject(new Error(`This adapter cannot ${what}: the turn stores its messages itself`));
}
