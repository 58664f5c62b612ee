package ma.jisr.sandbox.terminal;

import ma.jisr.sandbox.radio.Command;

/** What a line typed at the terminal phone means. */
sealed interface Typed {

  /** Something for the phone to do. */
  record Do(Command command) implements Typed {}

  /** The list of what can be typed. */
  record Help() implements Typed {}

  /** To wait for the next SMS. */
  record Wait() implements Typed {}

  /** To wait for the next prompt of the wallet's provider. */
  record Prompt() implements Typed {}

  /** To switch the phone off. */
  record Quit() implements Typed {}

  /** Nothing, or something that means nothing: why. */
  record Nothing(String why) implements Typed {}

  /**
   * Reads the line.
   *
   * @param open whether a USSD screen waits for an answer: then what is no command is the answer
   */
  static Typed read(String line, boolean open) {
    String typed = line.strip();
    if (typed.startsWith("=")) {
      return new Do(new Command.Answer(typed.substring(1)));
    }
    if (typed.matches("[*#][*#0-9]*#")) {
      return new Do(new Command.Dial(typed));
    }
    return switch (typed) {
      case "" -> new Nothing("");
      case "help" -> new Help();
      case "quit" -> new Quit();
      case "wait" -> new Wait();
      case "wait prompt" -> new Prompt();
      case "inbox" -> new Do(new Command.Inbox());
      case "cancel" -> new Do(new Command.Cancel());
      case "drop" -> new Do(new Command.Drop());
      case "away" -> new Do(new Command.Away());
      case "back" -> new Do(new Command.Back());
      default -> other(typed, open);
    };
  }

  private static Typed other(String typed, boolean open) {
    String[] words = typed.split("\\s+", 3);
    if (words[0].equals("cell") && words.length < 3) {
      return new Do(new Command.Cell(words.length == 1 ? "" : words[1]));
    }
    if (words[0].equals("sms")) {
      return words.length == 3
          ? new Do(new Command.Sms(words[1], words[2]))
          : new Nothing("sms CODE TEXT, such as: sms 2121 wifi amizmiz");
    }
    return open
        ? new Do(new Command.Answer(typed))
        : new Nothing("No screen is open. Dial a code such as *585#, or type help.");
  }
}
