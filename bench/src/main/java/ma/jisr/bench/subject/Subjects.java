package ma.jisr.bench.subject;

import java.util.List;

/** The four that are compared, in the order in which they run. */
public final class Subjects {
  private Subjects() {}

  /**
   * The four.
   *
   * @param last the answer that ends a dialogue with an echo
   * @param options of Jisr's JVM, separated by spaces
   * @param settings more lines of Jisr's configuration
   */
  public static List<Subject> all(String last, String options, List<String> settings) {
    return List.of(
        new EchoSubject("jSMPP session API", SessionApiEcho.class, last),
        new EchoSubject("codec", CodecEcho.class, last),
        new Kannel(),
        jisr(options, settings));
  }

  /** Jisr alone. */
  public static Subject jisr(String options, List<String> settings) {
    return new Jisr(options, settings);
  }
}
