package ma.jisr.sandbox.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Where the terminal phone reads lines and prints. */
public interface Console {
  /** What stands before a line to be typed. */
  String PROMPT = "> ";

  /** The next line; null when there are no more. */
  @Nullable String line();

  /** Prints text that ends its lines itself; may be called from any thread. */
  void print(String text);

  /**
   * Whether digits are typed in secret from now on: a line of digits alone is shown as stars, and
   * kept in no history.
   */
  void secret(boolean now);

  /** A line as it may be shown while a secret is asked for. */
  static String masked(String line) {
    String typed = line.strip();
    boolean digits = !typed.isEmpty() && typed.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? "*".repeat(line.length()) : line;
  }

  /** Whether the lines are a script: then each waits until the one before has had its effect. */
  boolean script();

  /** A console of plain streams, for pipes; what is read is printed too, so that it can be told. */
  static Console plain(Reader in, PrintStream out) {
    var lines = new BufferedReader(in);
    return new Console() {
      private volatile boolean secret;

      @Override
      public @Nullable String line() {
        try {
          String line = lines.readLine();
          if (line != null) {
            print(PROMPT + (secret ? masked(line) : line) + "\n");
          }
          return line;
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }

      @Override
      public void print(String text) {
        synchronized (out) {
          out.print(text);
          out.flush();
        }
      }

      @Override
      public void secret(boolean now) {
        secret = now;
      }

      @Override
      public boolean script() {
        return true;
      }
    };
  }

  /** A console of the real terminal, with line editing and history by JLine. */
  static Console interactive() {
    LineReader reader;
    var secret = new AtomicBoolean();
    try {
      reader =
          LineReaderBuilder.builder()
              .terminal(TerminalBuilder.builder().system(true).build())
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .highlighter(
                  (shown, line) -> new AttributedString(secret.get() ? masked(line) : line))
              .build();
    } catch (IOException noTerminal) {
      throw new UncheckedIOException(noTerminal);
    }
    return new Console() {
      @Override
      public @Nullable String line() {
        try {
          return reader.readLine(PROMPT);
        } catch (EndOfFileException | UserInterruptException stop) {
          return null;
        }
      }

      @Override
      public void print(String text) {
        reader.printAbove(text);
      }

      @Override
      public void secret(boolean now) {
        secret.set(now);
        reader.setVariable(LineReader.DISABLE_HISTORY, now);
      }

      @Override
      public boolean script() {
        return false;
      }
    };
  }
}
