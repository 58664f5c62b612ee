package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.radio.Command;
import ma.jisr.sandbox.radio.Heard;
import ma.jisr.sandbox.radio.RadioClient;

/** A phone on the radio of a sandbox that runs in another process. */
final class RadioPhone implements AutoCloseable {
  private static final int SMS_SECONDS = 30;
  private final AtomicReference<String> screen = new AtomicReference<>("");
  private final RadioClient radio;

  RadioPhone(Path folder) {
    this(folder, JisrProcess.MSISDN);
  }

  RadioPhone(Path folder, String msisdn) {
    radio = RadioClient.connect(folder, msisdn, this::heard);
  }

  private void heard(Heard heard) {
    if (heard instanceof Heard.Happened(PhoneEvent.Shown(var shown), var account)) {
      screen.set(shown.text());
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Waits until the screen holds the words: what the network shows of its own accord. */
  synchronized String shows(String words) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SMS_SECONDS);
    while (!screen.get().contains(words)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      assertTrue(left > 0, "never showed \"" + words + "\" but: " + screen.get());
      wait(left);
    }
    return screen.get();
  }

  String dial(String code) {
    return screen(new Command.Dial(code));
  }

  String answer(String text) {
    return screen(new Command.Answer(text));
  }

  private String screen(Command command) {
    assertNull(radio.ask(command).error());
    return screen.get();
  }

  /** Texts, and waits until Jisr has taken it. */
  void text(String text) {
    assertNull(radio.ask(new Command.Sms("2121", text)).error());
  }

  /** Texts, and waits for nothing; the future has what became of it. */
  CompletableFuture<Boolean> hurry(String text) {
    return radio
        .say(new Command.Sms("2121", text))
        .thenApply(done -> Optional.ofNullable(done.error()).isEmpty());
  }

  /** The next SMS. */
  String sms() {
    var message = radio.message(SMS_SECONDS);
    assertNotNull(message, "no SMS came");
    return message.text();
  }

  @Override
  public void close() {
    radio.close();
  }
}
