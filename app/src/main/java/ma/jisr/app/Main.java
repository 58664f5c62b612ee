package ma.jisr.app;

import ma.jisr.app.command.Jisr;
import ma.jisr.app.log.JsonLogging;

/** The door. */
public final class Main {
  private static final int NOT_UNDERSTOOD = 2;

  private Main() {}

  public static void main(String[] args) {
    // Before the first logger is made: these properties are read once.
    String level = System.getenv("JISR_LOG");
    if (level != null) System.setProperty("org.slf4j.simpleLogger.log.ma.jisr", level);
    switch (System.getenv().getOrDefault("JISR_LOG_FORMAT", "text")) {
      case "text" -> {}
      case "json" -> JsonLogging.choose();
      default -> {
        System.err.println("jisr: JISR_LOG_FORMAT is neither text nor json");
        System.exit(NOT_UNDERSTOOD);
      }
    }
    System.exit(Jisr.commandLine().execute(args));
  }
}
