package ma.jisr.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Jisr complete, as an operator runs it: its launcher, a configuration file, the embedded store
 * with its fsyncs, the sample hotspots. Its folder is kept from one repetition to the next: the
 * people are known.
 *
 * @param options the JVM's
 * @param settings more lines of its configuration
 */
record Jisr(String options, List<String> settings) implements Subject {
  /** The property that names the launcher; without it the class path of this process is used. */
  static final String LAUNCHER = "jisr.launcher";

  private static final String PASSWORD = "JISR_BENCH_PASSWORD";

  @Override
  public String name() {
    return "Jisr";
  }

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
    Path keys = folder.resolve("jisr.keys");
    if (!Files.exists(keys)) create(folder);
    Files.writeString(folder.resolve("jisr.yaml"), configuration(port));
    return Running.jvm(Started.in(folder, "out.log", command(List.of("--config", "jisr.yaml"))));
  }

  private void create(Path folder) throws IOException {
    try {
      Process process =
          Started.in(folder, "keys.log", command(List.of("keys", "create", "jisr.keys")));
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0)
        throw new IOException("no keys were made: see " + folder.resolve("keys.log"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private ProcessBuilder command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    String launcher = System.getProperty(LAUNCHER);
    if (launcher != null) {
      command.add(launcher);
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("--enable-native-access=ALL-UNNAMED");
      command.addAll(List.of(options.split(" ")));
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), "ma.jisr.app.Main"));
    }
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(PASSWORD, "secret");
    builder.environment().put("JISR_JAVA_OPTS", options);
    return builder;
  }

  private String configuration(int port) {
    String fixed =
        """
        data: ./data
        keys: {file: ./jisr.keys}
        http: {host: 127.0.0.1, port: 0}
        codes: {sms: "4141", ussd: "*585#"}
        samples: true
        limits: none
        links:
          - {id: bench, type: smpp, host: 127.0.0.1, port: %d, system-id: jisr,
             password: "${%s}", window: 100, rate: 100000/s, carries: [sms, ussd]}
        """
            .formatted(port, PASSWORD);
    return fixed + String.join("\n", settings) + "\n";
  }
}
