package ma.jisr.gateway.channel.smpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Msisdn;
import org.jspecify.annotations.Nullable;

/** One USSD dialogue as the link sees it, confined to the link's loop. */
final class Dialogue {
  private final String key;
  private final Msisdn person;
  private final @Nullable String session;
  private final Instant begun;
  private final List<Sending> screens = new ArrayList<>();
  private Instant active;
  private int step;
  private UssdProfile.Act lastAct = UssdProfile.Act.BEGIN;
  private String lastText;
  private @Nullable Integer wireStep;
  private Deliver last;
  private Connection via;
  private boolean acknowledged;
  private boolean asked;
  private String here = "";

  /**
   * @param key unique for ever
   * @param session its id on the wire; null where the gateway gives none
   */
  Dialogue(
      String key,
      Msisdn person,
      @Nullable String session,
      Connection via,
      Deliver first,
      @Nullable Integer wireStep,
      String text,
      Instant now) {
    this.key = key;
    this.person = person;
    this.session = session;
    this.begun = now;
    this.active = now;
    this.via = via;
    this.last = first;
    this.wireStep = wireStep;
    this.lastText = text;
  }

  String key() {
    return key;
  }

  Msisdn person() {
    return person;
  }

  @Nullable String session() {
    return session;
  }

  Instant begun() {
    return begun;
  }

  Instant active() {
    return active;
  }

  /** Where its newest input came by, and its next screen goes. */
  Connection via() {
    return via;
  }

  /** Its newest input, whose addresses and session TLVs are echoed. */
  Deliver last() {
    return last;
  }

  /** The newest input's id: the same when the peer sends that input again. */
  String inputId() {
    return key + ":" + step;
  }

  /**
   * Where the phone is: gateways tell it with the first input, or with each.
   *
   * @param now as the newest input says; "" when it says nothing
   */
  String seen(String now) {
    if (!now.isEmpty()) here = now;
    return here;
  }

  /** Whether an id on the wire may be this dialogue's. */
  boolean bears(@Nullable String other) {
    return session == null || other == null || session.equals(other);
  }

  /** Whether the input is the newest one, sent again. */
  boolean repeats(
      Connection from,
      Deliver deliver,
      UssdProfile.Act act,
      @Nullable Integer countedStep,
      String text) {
    if (act != lastAct || !text.equals(lastText)) {
      return false;
    }
    boolean samePdu = from == via && deliver.sequence() == last.sequence();
    boolean redelivered = from != via && via.ended() && !acknowledged;
    // Nobody answers twice what was asked once.
    boolean unasked = act == UssdProfile.Act.ANSWER && !asked;
    boolean counted = countedStep != null && countedStep.equals(wireStep);
    return samePdu || redelivered || (countedStep != null ? counted : unasked);
  }

  /** Whether the gateway's count says that it belongs before the newest input. */
  boolean outdates(@Nullable Integer countedStep) {
    return countedStep != null && wireStep != null && countedStep < wireStep;
  }

  /** The newest input came again, perhaps by another bind. */
  void again(Connection from, Deliver deliver, Instant now) {
    via = from;
    last = deliver;
    active = now;
    acknowledged = false;
  }

  /** A new input. */
  void input(
      Connection from,
      Deliver deliver,
      UssdProfile.Act act,
      @Nullable Integer countedStep,
      String text,
      Instant now) {
    again(from, deliver, now);
    step++;
    lastAct = act;
    lastText = text;
    wireStep = countedStep;
    asked = false;
  }

  /** The deliver_sm_resp of the newest input was written. */
  void acknowledged(String inputId) {
    if (inputId.equals(inputId())) {
      acknowledged = true;
    }
  }

  /** A screen is being sent. */
  void screen(Sending sending, Instant now) {
    asked = true;
    active = now;
    screens.removeIf(Sending::withdrawn);
    screens.add(sending);
  }

  /** Over: what has not been sent is seen by nobody. */
  void end() {
    screens.forEach(Sending::cancel);
  }
}
