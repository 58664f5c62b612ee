package ma.jisr.app.talk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.Money;
import ma.jisr.base.Msisdn;
import ma.jisr.service.tickets.Act;

/** One line, or block of lines, of a transcript. */
public sealed interface TalkLine {
  /** Of the file, from 1. */
  int line();

  /** {@code > text}: the person dials or answers by USSD. */
  record Types(int line, String text) implements TalkLine {}

  /** {@code sms > text}: the person sends an SMS. */
  record Texts(int line, String text) implements TalkLine {}

  /**
   * {@code < line}: the screen, exactly; a line "..." skips.
   *
   * @param lastLine of the block, for promotion
   */
  record Shows(int line, int lastLine, List<String> screen, Optional<Size> size, boolean end)
      implements TalkLine {
    public Shows {
      screen = List.copyOf(screen);
    }
  }

  /** {@code sms < line}: the next SMS that the phone has received. */
  record Receives(int line, int lastLine, List<String> text, Optional<Integer> segments)
      implements TalkLine {
    public Receives {
      text = List.copyOf(text);
    }
  }

  /** {@code ~ what}: the world. */
  record Happens(int line, World what, Duration time) implements TalkLine {}

  /** {@code ~ deploy file}: a changed flow takes over, as with a new release. */
  record Deploys(int line, String file) implements TalkLine {}

  /** {@code = operation done once with name value}: what must be true. */
  record Done(int line, String operation, int times, Map<String, String> with) implements TalkLine {
    public Done {
      with = Map.copyOf(with);
    }
  }

  /** {@code = spent 2 segments}: MT segments sent by SMS so far. */
  record Spent(int line, int segments) implements TalkLine {}

  /** {@code ~ service raises event of thing with name value}: an event of the person's. */
  record Raises(int line, String event, String of, Map<String, String> values) implements TalkLine {
    public Raises {
      values = Map.copyOf(values);
    }
  }

  /** {@code ~ service tells flow message with name value}: a notice for the person. */
  record Tells(int line, String flow, String message, Map<String, String> values)
      implements TalkLine {
    public Tells {
      values = Map.copyOf(values);
    }
  }

  /** {@code ~ shop 2019 calls}: somebody at a counter of a shop does something. */
  record AtShop(int line, String code, Act act, String counter, int minutes) implements TalkLine {}

  /** {@code ~ 3 wait at 2019}: so many others take a ticket. */
  record Queued(int line, String code, String service, int count) implements TalkLine {}

  /** {@code ~ wallet approves}: the payer answers their wallet's prompt. */
  record Prompted(int line, boolean approved) implements TalkLine {}

  /** {@code ~ wallet is poor}: how it is with the wallets' provider from now on. */
  record Wallet(int line, TalkWallet.Mood mood) implements TalkLine {}

  /** {@code = wallet was asked once}: different requests to pay that it has taken so far. */
  record Asked(int line, int times) implements TalkLine {}

  /** {@code = wallet paid 45 DH}: all that has been paid so far. */
  record Paid(int line, Money sum) implements TalkLine {}

  /** {@code = +212661000002 got text}: what somebody else's phone has received. */
  record Got(int line, Msisdn who, String text) implements TalkLine {}

  /** What officials do, and who hears them. */
  sealed interface AtHall extends TalkLine {}

  /**
   * {@code ~ official of al-haouz.amizmiz sends flood high for 3h}: a notice by a template, from
   * their phone; or asks for one, by the API and without a code.
   */
  record Sends(
      int line,
      String place,
      String hazard,
      String action,
      int hours,
      boolean exercise,
      boolean phone)
      implements AtHall {}

  /** {@code ~ official approves it}: the newest notice is agreed with, or cancelled. */
  record Rules(int line, boolean approves) implements AtHall {}

  /** {@code ~ official changes it to cross}: the newest notice says to do something else. */
  record Changes(int line, String action) implements AtHall {}

  /** {@code ~ +212661000002 follows al-haouz.amizmiz}: the first of so many numbers. */
  record Follows(int line, Msisdn who, int count, String place, Language language)
      implements AtHall {}

  /** {@code ~ +212661000009 is official of al-haouz}. */
  record Registers(int line, Msisdn who, String area) implements AtHall {}

  /** {@code ~ +212661000009 owns 2.4 as Commune}: who answers for a challenge. */
  record Keeps(int line, Msisdn who, String code, String name, boolean owner) implements TalkLine {}

  /** {@code ~ challenge 2.4 closes}: an operator ends a challenge, or opens it again. */
  record AtChallenge(int line, String code, boolean open) implements TalkLine {}

  /** {@code ~ +212661000009 texts ACCEPTER 2.4/1}: somebody else sends an SMS. */
  record Others(int line, Msisdn who, String text) implements TalkLine {}

  /** {@code (43 of 182)}. */
  record Size(int used, int most) {
    @Override
    public String toString() {
      return used + " of " + most;
    }
  }

  /** What the world can do. */
  enum World {
    NETWORK_DROPS,
    TIME_PASSES,
    THAT_ARRIVES_TWICE,
    RESTART,
    RECEIPT_SAYS_FAILED
  }
}
