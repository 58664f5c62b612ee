package ma.jisr.bench.subject;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One of the echoes, in a JVM of its own.
 *
 * @param name what it is
 * @param main its main class
 * @param last the answer after which its dialogues are over
 */
record EchoSubject(String name, Class<?> main, String last) implements Subject {
  /** The length of a short answer of Jisr's: one segment. */
  static final String TEXT = "Jisr: 3 hotspots near Amizmiz. The nearest: Cafe Atlas.";

  @Override
  public String missing() {
    return "";
  }

  @Override
  public boolean ussd() {
    return true;
  }

  @Override
  public Running start(int port, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            Integer.toString(port),
            TEXT,
            last);
    return Running.jvm(Started.in(folder, "out.log", builder));
  }
}
