package ma.jisr.sandbox.terminal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.phone.TextMessage;
import ma.jisr.sandbox.radio.Command;
import ma.jisr.sandbox.radio.Heard;
import ma.jisr.sandbox.radio.RadioClient;

/** A dialogue that plays itself against a running sandbox: what is typed, and what is shown. */
public final class Tour {
  /** How long an SMS may take to come, in seconds. */
  private static final int SMS_SECONDS = 30;

  private final Console console;
  private final Drawing drawing;
  private final Consumer<Duration> pause;

  /**
   * A step of the script.
   *
   * @param says a sentence to the reader before it; may be empty
   * @param typed as at the terminal phone: a code, an answer, {@code sms CODE TEXT} or {@code wait}
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
    var shown = new AtomicReference<String>("");
    try (RadioClient radio = RadioClient.connect(folder, msisdn, heard -> heard(heard, shown))) {
      for (Step step : steps) {
        if (!step.says().isEmpty()) {
          console.print(step.says() + "\n");
        }
        if (!(Typed.read(step.typed(), true) instanceof Typed.Wait)) {
          console.print(Console.PROMPT + step.typed() + "\n");
        }
        String seen = seen(step, radio, shown);
        if (seen.isEmpty() || !seen.startsWith(step.expected())) {
          console.print("! expected: " + step.expected() + "...\n");
          return false;
        }
        pause.accept(beat);
      }
      return true;
    }
  }

  private static String seen(Step step, RadioClient radio, AtomicReference<String> shown) {
    shown.set("");
    if (Typed.read(step.typed(), true) instanceof Typed.Wait) {
      return sms(radio);
    }
    if (!(Typed.read(step.typed(), true) instanceof Typed.Do(Command command))) {
      throw new IllegalArgumentException(
          "a tour only dials, answers, texts and waits: " + step.typed());
    }
    radio.ask(command);
    return command instanceof Command.Sms ? sms(radio) : shown.get();
  }

  private static String sms(RadioClient radio) {
    TextMessage message = radio.message(SMS_SECONDS);
    return message == null ? "" : message.text();
  }

  private void heard(Heard heard, AtomicReference<String> shown) {
    if (heard instanceof Heard.Happened(var event, var account)) {
      console.print(drawing.event(event, account));
      if (event instanceof PhoneEvent.Shown(var screen)) {
        shown.set(screen.text());
      }
    }
  }
}
