package ma.jisr.bench.subject;

import java.io.IOException;
import java.nio.file.Path;

/** Starts processes whose words go to a file. */
final class Started {
  private Started() {}

  static Process in(Path folder, String log, ProcessBuilder builder) throws IOException {
    return builder
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()))
        .start();
  }
}
