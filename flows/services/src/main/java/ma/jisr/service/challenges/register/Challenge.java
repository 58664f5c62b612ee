package ma.jisr.service.challenges.register;

import ma.jisr.base.LocalText;

/**
 * A challenge that somebody may take up.
 *
 * @param code its id and what people type for it: see {@link ChallengeCode}
 * @param facts what is written down about it
 * @param state whether it is shown, and taken up
 */
public record Challenge(String code, ChallengeFacts facts, State state) {
  /** Whether people see it. */
  public enum State {
    /** Being written: shown to nobody. */
    DRAFT,
    /** Shown, and open to offers. */
    PUBLISHED,
    /** Over: told to whoever asks by its code, and open to no more offers. */
    CLOSED
  }

  /**
   * @throws IllegalArgumentException when the code cannot be
   */
  public Challenge {
    if (!ChallengeCode.isCode(code))
      throw new IllegalArgumentException("code '" + code + "' " + ChallengeCode.RULE);
  }

  /** The id of its theme. */
  public String theme() {
    return ChallengeCode.theme(code);
  }

  public LocalText title() {
    return facts.title();
  }

  public String place() {
    return facts.place();
  }

  /** Whether people find it, and may take it up. */
  public boolean open() {
    return state == State.PUBLISHED;
  }

  /** The same challenge, told of anew. */
  public Challenge with(ChallengeFacts next) {
    return new Challenge(code, next, state);
  }

  /** The same challenge in another state. */
  public Challenge with(State next) {
    return new Challenge(code, facts, next);
  }
}
