package ma.jisr.app;

import ma.jisr.app.command.Jisr;

/** The door. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Before the first logger is made: it reads this property once.
    String level = System.getenv("JISR_LOG");
    if (level != null) System.setProperty("org.slf4j.simpleLogger.log.ma.jisr", level);
    System.exit(Jisr.commandLine().execute(args));
  }
}
