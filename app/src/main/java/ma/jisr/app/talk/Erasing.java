package ma.jisr.app.talk;

import ma.jisr.service.erasure.Erasures;

/** What takes the steps of erasures in a transcript: as time passes, where one is spoken of. */
final class Erasing {
  private static final String OPERATIONS = "account.";
  private static final int MOST = 10;

  private Erasing() {}

  /** Whether a transcript speaks of erasing: others need nobody who looks time and again. */
  private static boolean isIn(Talk talk) {
    return talk.lines().stream()
        .anyMatch(
            line -> line instanceof TalkLine.Done done && done.operation().startsWith(OPERATIONS));
  }

  /**
   * Takes what is due; a process that dies over it leaves it to the next look.
   *
   * @return whether there may be something
   */
  static boolean look(Talk talk, Erasures erasures) {
    if (!isIn(talk)) return false;
    var unused = erasures.look(MOST);
    return true;
  }
}
