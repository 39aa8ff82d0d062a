import { BaseCallbackHandler } from '@langchain/core/callbacks/base';

/**
 * Takes the place of LangChain's tracer and does nothing: customers' words go to no third party, whatever LANGSMITH_
 * and LANGCHAIN_ variables say. The framework adds its own tracer only where no callback of this name is given.
 */
class Untraced extends BaseCallbackHandler {
  override readonly name = 'langchain_tracer';
  override readonly lc_serializable = false;

  override copy(): this {
    return this;
  }

  /** The framework asks its tracer for the run to continue; there is none. */
  getRunTreeWithTracingConfig(): undefined {
    return undefined;
  }
}

export const untraced = new Untraced();
