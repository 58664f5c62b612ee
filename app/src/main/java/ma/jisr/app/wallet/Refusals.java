package ma.jisr.app.wallet;

import ma.jisr.map.ledger.Ruling;

/** Why something was not done, as commands are told. */
public final class Refusals {
  private Refusals() {}

  /**
   * What was done.
   *
   * @param thing in a word
   * @throws IllegalArgumentException saying why not
   */
  public static <T> T done(Ruling<T> ruling, String thing) {
    return switch (ruling) {
      case Ruling.Done<T> done -> done.now().thing();
      case Ruling.Shown<T> shown -> shown.now().thing();
      case Ruling.Overtaken<T> overtaken ->
          throw new IllegalArgumentException("somebody else has changed it: look again");
      case Ruling.Refused<T> refused ->
          throw new IllegalArgumentException(
              switch (refused.reason()) {
                case NO_RIGHT -> "the role, or the territory, does not allow it";
                case UNKNOWN -> "there is no such " + thing;
                case INVALID -> refused.what();
              });
    };
  }
}
