package ma.jisr.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A recording of where a JVM spends its time, made by the JDK's own recorder. */
final class Profile {
  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final String OURS = "ma.jisr.";

  /** Methods told. */
  private static final int MOST = 40;

  private final long pid;
  private final Path file;

  private Profile(long pid, Path file) {
    this.pid = pid;
    this.file = file.toAbsolutePath();
  }

  static Profile start(long pid, Path file) throws IOException {
    Profile profile = new Profile(pid, file);
    profile.jcmd("JFR.start", "name=bench", "settings=profile", "filename=" + profile.file);
    return profile;
  }

  void stop() throws IOException {
    jcmd("JFR.stop", "name=bench");
  }

  private void jcmd(String... words) throws IOException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(pid));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      if (process.waitFor() != 0) throw new IOException("jcmd failed: " + words[0]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Jisr's methods by the share of samples that they or what they call were found in. */
  static String top(Path file) throws IOException {
    Map<String, Integer> found = new HashMap<>();
    int samples = 0;
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        if (!event.getEventType().getName().equals(SAMPLE) || event.getStackTrace() == null)
          continue;
        samples++;
        for (String method : methods(event)) found.merge(method, 1, Integer::sum);
      }
    }
    StringBuilder out = new StringBuilder("%,d samples\n".formatted(samples));
    int all = Math.max(1, samples);
    found.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .forEach(
            e -> out.append("%5.1f %% %s\n".formatted(100.0 * e.getValue() / all, e.getKey())));
    return out.toString();
  }

  private static Set<String> methods(RecordedEvent event) {
    Set<String> methods = new HashSet<>();
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String type = frame.getMethod().getType().getName();
      if (type.startsWith(OURS)) methods.add(type + "." + frame.getMethod().getName());
    }
    return methods;
  }
}
