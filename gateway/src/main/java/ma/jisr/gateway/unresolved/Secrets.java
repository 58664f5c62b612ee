package ma.jisr.gateway.unresolved;

/** What is made under the deployment's keys for the review list. Callable from any thread. */
public interface Secrets {
  /**
   * Who said something: the same for the same words and person, and for no others, so that it tells
   * two people apart and joins no two texts of one.
   */
  String who(String words, String person);

  /** Seals a block of rows into text. */
  String seal(String block, byte[] plain);

  /** Opens what {@link #seal} made for a block of that id. */
  byte[] open(String block, String sealed);
}
