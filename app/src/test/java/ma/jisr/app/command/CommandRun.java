package ma.jisr.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one command line, run in this process, came to.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained of
 */
public record CommandRun(int code, String out, String err) {
  public static CommandRun of(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Jisr.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** Writes the configuration of a sandbox in the folder. */
  public static Path sandbox(Path folder) {
    return config(folder, "sandbox: true\nhttp: {port: 0}\n");
  }

  /** Writes a configuration in the folder. */
  public static Path config(Path folder, String yaml) {
    try {
      return Files.writeString(folder.resolve("jisr.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
