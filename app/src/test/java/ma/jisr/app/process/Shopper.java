package ma.jisr.app.process;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.UssdScreen;

/**
 * Somebody who pays a merchant by USSD again and again, another sum each time, and dials anew when
 * the network fails. Confined to one event loop.
 */
final class Shopper {
  private static final Duration BETWEEN = Duration.ofMillis(300);
  private static final Pattern REFERENCE = Pattern.compile("JSR-[2-9A-HJ-NP-Z]{5}");

  /** Screens of one payment: language, question, last words, and one to begin anew. */
  private static final int MOST_SCREENS = 6;

  private final Vertx vertx;
  private final Phone phone;
  private final String code;
  private final List<String> shown = new ArrayList<>();
  private int dirhams = 1;
  private boolean stopped;
  private boolean resting;

  /**
   * @param code the merchant's
   */
  Shopper(Vertx vertx, Phone phone, String code) {
    this.vertx = vertx;
    this.phone = phone;
    this.code = code;
  }

  void begin() {
    resting = false;
    phone
        .dial("*585*3*" + code + "*" + dirhams + "#")
        .compose(screen -> goesOn(screen, MOST_SCREENS))
        .onComplete(done -> next());
  }

  private void next() {
    dirhams++;
    if (stopped) resting = true;
    else vertx.setTimer(BETWEEN.toMillis(), id -> begin());
  }

  private Future<Void> goesOn(UssdScreen screen, int left) {
    String text = screen.text();
    Matcher reference = REFERENCE.matcher(text);
    if (!screen.open()) {
      if (reference.find()) shown.add(reference.group());
      return Future.succeededFuture();
    }
    if (left == 0) return phone.cancel();
    return phone.answer(key(text)).compose(next -> goesOn(next, left - 1));
  }

  private static String key(String text) {
    if (text.contains("Darija")) return "3";
    if (text.contains("Continuer")) return "2";
    return "1";
  }

  /** Pays no more. */
  void stop() {
    stopped = true;
  }

  /** Whether nothing is under way on the phone. */
  boolean rests() {
    return resting;
  }

  /** The references that the phone has shown. */
  List<String> shown() {
    return List.copyOf(shown);
  }
}
