package ma.jisr.sandbox.centre;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.phone.Failure;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.UssdScreen;
import ma.jisr.sandbox.world.Loop;
import org.jspecify.annotations.Nullable;

/**
 * The USSD dialogues that the network itself opens on phones. A phone has one session: while a
 * program's is open none of these can be, and whoever dials while one is shown ends it. Programs on
 * the link hear nothing of any of it.
 */
final class Prompts implements Prompter {
  private final CentreSettings settings;
  private final Loop loop;
  private final Function<String, @Nullable Phone> phones;
  private final Predicate<Phone> busy;
  private final Map<String, Open> open = new HashMap<>();

  private static final class Open {
    private final Dialogue dialogue;
    private Runnable idle = () -> {};

    Open(Dialogue dialogue) {
      this.dialogue = dialogue;
    }
  }

  Prompts(
      CentreSettings settings,
      Loop loop,
      Function<String, @Nullable Phone> phones,
      Predicate<Phone> busy) {
    this.settings = settings;
    this.loop = loop;
    this.phones = phones;
    this.busy = busy;
  }

  @Override
  public Result open(String msisdn, Dialogue.Page first, Dialogue dialogue) {
    Phone phone = phones.apply(msisdn);
    if (phone == null || !phone.reachable()) {
      return Result.ABSENT;
    }
    if (busy.test(phone) || open.containsKey(msisdn)) {
      return Result.BUSY;
    }
    open.put(msisdn, new Open(dialogue));
    show(phone, first);
    return Result.SHOWN;
  }

  /** Whether one is open on the phone. */
  boolean on(Phone phone) {
    return open.containsKey(phone.msisdn());
  }

  /** The owner has answered; there is one open. */
  void answer(Phone phone, String text) {
    Open asked = open.get(phone.msisdn());
    if (asked != null) {
      asked.idle.run();
      show(phone, asked.dialogue.typed(text));
    }
  }

  /** Ends the one that is open on the phone, if any. */
  void end(Phone phone, PromptEnd why) {
    Open ended = open.remove(phone.msisdn());
    if (ended != null) {
      ended.idle.run();
      ended.dialogue.gone(why);
    }
  }

  private void show(Phone phone, Dialogue.Page page) {
    Open asked = open.get(phone.msisdn());
    if (asked == null) {
      return;
    }
    if (page.asks()) {
      asked.idle = loop.after(settings.idle(), () -> expire(phone, asked));
    } else {
      open.remove(phone.msisdn());
    }
    Alphabet alphabet = Alphabet.of(page.text());
    int units = alphabet.units(page.text());
    phone.show(new UssdScreen(page.text(), page.asks(), alphabet, units, page.asks()));
  }

  private void expire(Phone phone, Open asked) {
    if (open.get(phone.msisdn()) == asked) {
      end(phone, PromptEnd.TIMED_OUT);
      phone.fail(Failure.TIMED_OUT);
    }
  }
}
