package ma.jisr.app;

import ma.jisr.app.command.Jisr;

/** The door. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Jisr.commandLine().execute(args));
  }
}
