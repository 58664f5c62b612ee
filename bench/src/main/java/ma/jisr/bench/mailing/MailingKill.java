package ma.jisr.bench.mailing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A mailing to a crowd whose process is killed and begun again so many times: who was missed, and
 * who got it twice. Arguments: a new folder, people, kills, rate, and the heap of the process in
 * megabytes.
 */
public final class MailingKill {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int LOOK_MILLIS = 50;

  private final Path folder;
  private final int people;
  private final int rate;
  private final int heap;

  /**
   * @param heap of the process, megabytes
   */
  MailingKill(Path folder, int people, int rate, int heap) {
    this.folder = folder;
    this.people = people;
    this.rate = rate;
    this.heap = heap;
  }

  /**
   * What became of it.
   *
   * @param phones what they got
   * @param told the last line of the process: sent, unknown, handed out again, megabytes that live
   * @param seconds it took in all
   */
  record Result(Phones.Sum phones, List<Long> told, double seconds) {}

  Result run(int kills) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("data"));
    Phones phones = new Phones(folder.resolve("phones"), people);
    long from = System.nanoTime();
    for (int i = 1; i <= kills; i++) {
      Process child = child();
      long enough = (long) people * i / (kills + 1);
      while (phones.sum().texts() < enough)
        if (child.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS))
          throw new IllegalStateException("it ended by itself: " + log());
      child.destroyForcibly().waitFor(); // SIGKILL
    }
    Process last = child();
    if (!last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
      throw new IllegalStateException("not done within " + PATIENCE);
    List<Long> told = List.of(log().strip().split("\\s+")).stream().map(Long::valueOf).toList();
    return new Result(phones.sum(), told, (System.nanoTime() - from) / 1e9);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
  }

  private Process child() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap + "m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp",
            System.getProperty("java.class.path"),
            MailingChild.class.getName(),
            folder.toString(),
            Integer.toString(people),
            Integer.toString(rate))
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  public static void main(String[] args) throws Exception {
    int people = Integer.parseInt(args[1]);
    int kills = Integer.parseInt(args[2]);
    int heap = Integer.parseInt(args[4]);
    Result result =
        new MailingKill(Path.of(args[0]), people, Integer.parseInt(args[3]), heap).run(kills);
    System.out.printf(
        "%,d people, %d kills, heap of %d MB (%d live at the end): %,d missed, %,d got it twice,"
            + " %,d handed out again, %.0f s%n",
        people,
        kills,
        heap,
        result.told().getLast(),
        people - result.phones().reached(),
        result.phones().repeats(),
        result.told().get(2),
        result.seconds());
  }
}
