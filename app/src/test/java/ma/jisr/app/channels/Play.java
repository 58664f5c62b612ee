package ma.jisr.app.channels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** One script played on one channel by one person, step by step. */
final class Play {
  private final Handset handset;
  private final int person;
  private final String shop;
  private final Deque<Script.Line> left = new ArrayDeque<>();
  private final StringBuilder seen = new StringBuilder();
  private Optional<Shown> shown = Optional.empty();

  /** Whether something was done whose answer nobody has read. */
  private boolean asked;

  /** Whether the next words are held back: they are not answered before others. */
  private boolean holds;

  /** Whether the product was started anew, and nothing has been said to it yet. */
  private boolean anew;

  /**
   * @param person nobody else's number in the whole test
   * @param shop the code of the shop that only people of this channel go to
   */
  Play(Script script, Handset handset, int person, String shop) {
    this.handset = handset;
    this.person = person;
    this.shop = shop;
    for (Script.Line line : script.lines())
      if (line.kinds().contains(handset.kind())) left.add(line);
  }

  /** Goes on to the next restart, or to the end. */
  void go() {
    handset.heldBy(person);
    while (!left.isEmpty()) {
      Script.Line line = left.remove();
      if (Script.isRestart(line)) {
        anew = true;
        return;
      }
      try {
        step(line);
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            handset.name() + ", line " + line + ": " + e.getMessage() + "\n" + seen, e);
      }
    }
    if (handset.unread())
      throw new AssertionError(handset.name() + ": more was said than read\n" + seen);
  }

  private void step(Script.Line line) throws Exception {
    seen.append("  ").append(line).append('\n');
    switch (line.sign()) {
      case ">" -> act(line);
      case "<<" -> check(line, next());
      case "<" -> check(line, asked ? next() : shown.orElseThrow());
      default -> {
        Optional<Handset.Fault> fault = Script.fault(line);
        if (fault.isPresent()) suffer(fault.get());
        else if (line.text().equals("at the menu")) meet();
        else handset.hangUp();
      }
    }
  }

  /** A first contact, by somebody who reads French. */
  private void meet() throws Exception {
    if (handset.kind() == Handset.Kind.USSD) {
      handset.type("*585#");
      handset.press(choice(next(), "Francais"));
    } else {
      handset.type("MENU");
    }
    next();
  }

  private void suffer(Handset.Fault fault) throws Exception {
    if (asked) next();
    holds = fault == Handset.Fault.SWAPPED;
    handset.suffer(fault);
  }

  private void act(Script.Line line) throws Exception {
    if (asked) next();
    Optional<String> label = line.within('[', ']');
    Optional<String> other = line.within('(', ')');
    if (label.isPresent()) {
      handset.press(choice(shown.orElseThrow(), label.get()));
    } else if (other.isEmpty()) {
      handset.type(line.text());
    } else if (other.get().equals("shop")) {
      handset.type(shop);
    } else if (other.get().startsWith("at ")) {
      String[] at = other.get().substring("at ".length()).split(",", -1);
      handset.locate(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
    } else if (!handset.sendPhoto()) {
      handset.type("\uFFFC");
    }
    asked = !holds;
    holds = false;
    if (anew) goOn(line.text());
    anew = false;
  }

  /** Who is asked whether to go on where they were goes on, and says it again. */
  private void goOn(String text) throws Exception {
    Optional<Shown.Choice> offer = next().choice("Continuer");
    if (offer.isEmpty()) return;
    handset.press(offer.get());
    next();
    handset.type(text);
    asked = true;
  }

  private static Shown.Choice choice(Shown shown, String label) {
    return shown
        .choice(label)
        .orElseThrow(() -> new AssertionError("no choice begins so: " + shown));
  }

  private Shown next() throws Exception {
    Shown next = handset.read();
    asked = false;
    next.text().lines().forEach(line -> seen.append("    | ").append(line).append('\n'));
    shown = Optional.of(next);
    return next;
  }

  private static void check(Script.Line line, Shown shown) {
    Optional<String> label = line.within('[', ']');
    if (label.isPresent()) {
      Shown.Choice unused = choice(shown, label.get());
    } else if (!folded(shown.text()).contains(folded(line.text()))) {
      throw new AssertionError("not said");
    }
  }

  /** Where a line breaks differs from screen to screen. */
  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return seen.toString();
  }
}
