package ma.jisr.sandbox.terminal;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.radio.Command;
import ma.jisr.sandbox.radio.Heard;
import ma.jisr.sandbox.radio.RadioClient;
import ma.jisr.sandbox.radio.RadioException;

/**
 * A phone in the terminal. {@code *585#} dials, {@code sms 2121 text} texts, and while a screen is
 * open anything else is the answer to it.
 */
public final class PhoneTerminal {
  /** How long {@code wait} waits for an SMS, in seconds. */
  static final int WAIT_SECONDS = 30;

  private static final String HELP =
      """
      *585#            dial a code
      1                answer the open screen (=help answers with a word of this list)
      sms 2121 TEXT    send an SMS
      inbox            the newest messages
      wait             until the next SMS comes
      wait prompt      until the wallet asks for a PIN, which is then typed
      cancel           press the red key
      drop             lose the network for a moment
      cell 604-1-2-3   be in this cell, of which the network tells
      away, back       leave coverage, return
      quit             switch the phone off
      """;

  private final Console console;
  private final Drawing drawing;
  private final Semaphore prompts = new Semaphore(0);
  private volatile boolean open;

  /** A phone of the kind, at the console. */
  public PhoneTerminal(Console console, Handset handset) {
    this.console = console;
    this.drawing = new Drawing(handset);
  }

  /**
   * Runs until the lines end or {@code quit}.
   *
   * @return the exit code: 0, or 1 when the sandbox was not there or went away
   */
  public int run(Path folder, String msisdn) {
    try (RadioClient radio = RadioClient.connect(folder, msisdn, this::heard)) {
      console.print("Phone " + msisdn + " is on. Type help for what can be typed.\n");
      while (!radio.lost()) {
        String line = console.line();
        if (line == null || !obey(Typed.read(line, open), radio)) {
          return 0;
        }
      }
      console.print("The sandbox has stopped.\n");
    } catch (RadioException unreachable) {
      console.print(unreachable.getMessage() + "\n");
    }
    return 1;
  }

  private boolean obey(Typed typed, RadioClient radio) {
    switch (typed) {
      case Typed.Quit quit -> {
        return false;
      }
      case Typed.Help help -> console.print(HELP);
      case Typed.Nothing(String why) when why.isEmpty() -> {}
      case Typed.Nothing(String why) -> console.print(why + "\n");
      case Typed.Wait wait -> {
        if (radio.message(WAIT_SECONDS) == null) {
          console.print("No SMS came in " + WAIT_SECONDS + " seconds.\n");
        }
      }
      case Typed.Prompt prompt -> {
        if (!prompted()) {
          console.print("No prompt came in " + WAIT_SECONDS + " seconds.\n");
        }
      }
      case Typed.Do(Command command) -> say(command, radio);
    }
    return true;
  }

  private boolean prompted() {
    try {
      return prompts.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void say(Command command, RadioClient radio) {
    if (console.script()) {
      radio.ask(command);
    } else {
      var unused = radio.say(command);
    }
  }

  private void heard(Heard heard) {
    switch (heard) {
      case Heard.Happened(var event, var account) -> {
        if (event instanceof PhoneEvent.Shown(var screen)) {
          open = screen.open();
          console.secret(screen.secret());
        } else if (event instanceof PhoneEvent.Failed) {
          open = false;
          console.secret(false);
        }
        console.print(drawing.event(event, account));
        if (event instanceof PhoneEvent.Shown(var screen) && screen.secret()) {
          prompts.release();
        }
      }
      case Heard.Kept(var message) -> console.print(drawing.message(message));
      case Heard.Done done -> {}
    }
  }
}
