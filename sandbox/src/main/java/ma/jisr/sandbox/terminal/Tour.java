package ma.jisr.sandbox.terminal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.phone.TextMessage;
import ma.jisr.sandbox.radio.Command;
import ma.jisr.sandbox.radio.Heard;
import ma.jisr.sandbox.radio.RadioClient;

/** A dialogue that plays itself against a running sandbox: what is typed, and what is shown. */
public final class Tour {
  /** How long an SMS or a prompt may take to come, in seconds. */
  private static final int SECONDS = 30;

  private final Console console;
  private final Drawing drawing;
  private final Consumer<Duration> pause;

  /**
   * A step of the script.
   *
   * @param says a sentence to the reader before it; may be empty
   * @param typed as at the terminal phone: a code, an answer, {@code sms CODE TEXT}, {@code wait}
   *     or {@code wait prompt}
   * @param expected how the screen or SMS begins that answers it; empty takes any
   */
  public record Step(String says, String typed, String expected) {}

  /**
   * A tour that prints to the console, for the kind of handset.
   *
   * @param pause how the time between two steps is spent: a test spends none
   */
  public Tour(Console console, Handset handset, Consumer<Duration> pause) {
    this.console = console;
    this.drawing = new Drawing(handset);
    this.pause = pause;
  }

  /**
   * Plays the steps on a phone of the number.
   *
   * @param beat the time between two steps
   * @return whether every step brought what it was expected to
   */
  public boolean play(Path folder, String msisdn, List<Step> steps, Duration beat) {
    var display = new Display();
    try (RadioClient radio = RadioClient.connect(folder, msisdn, heard -> heard(heard, display))) {
      for (Step step : steps) {
        if (!step.says().isEmpty()) {
          console.print(step.says() + "\n");
        }
        if (Typed.read(step.typed(), true) instanceof Typed.Do) {
          boolean secret = display.secret;
          String typed = secret ? Console.masked(step.typed()) : step.typed();
          console.print(Console.PROMPT + typed + "\n");
        }
        String seen = seen(step, radio, display);
        if (seen.isEmpty() || !seen.startsWith(step.expected())) {
          console.print("! expected: " + step.expected() + "...\n");
          return false;
        }
        pause.accept(beat);
      }
      return true;
    }
  }

  /** What is on the phone: its screen, whether that asks for a secret, and prompts to be seen. */
  private static final class Display {
    private final BlockingQueue<String> prompts = new LinkedBlockingQueue<>();
    private volatile String screen = "";
    private volatile boolean secret;

    String prompt() {
      try {
        String prompt = prompts.poll(SECONDS, TimeUnit.SECONDS);
        return prompt == null ? "" : prompt;
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return "";
      }
    }
  }

  private static String seen(Step step, RadioClient radio, Display display) {
    return switch (Typed.read(step.typed(), true)) {
      case Typed.Wait wait -> sms(radio);
      case Typed.Prompt prompt -> display.prompt();
      case Typed.Do(Command command) -> {
        display.screen = "";
        radio.ask(command);
        yield command instanceof Command.Sms ? sms(radio) : display.screen;
      }
      default ->
          throw new IllegalArgumentException(
              "a tour only dials, answers, texts and waits: " + step.typed());
    };
  }

  private static String sms(RadioClient radio) {
    TextMessage message = radio.message(SECONDS);
    return message == null ? "" : message.text();
  }

  private void heard(Heard heard, Display display) {
    if (heard instanceof Heard.Happened(var event, var account)) {
      console.print(drawing.event(event, account));
      if (event instanceof PhoneEvent.Shown(var screen)) {
        display.screen = screen.text();
        display.secret = screen.secret();
        if (screen.secret()) {
          display.prompts.add(screen.text());
        }
      }
    }
  }
}
