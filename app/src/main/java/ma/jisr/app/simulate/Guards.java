package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.limit.Limits;

/** What a siege must not come to, apart from what it costs: seen from the network. */
final class Guards {
  /** Equal answers in a row after which a machine is left alone (decision 0129). */
  private static final int SAME = 20;

  /** What is sooner than this after our text is a machine's for certain: a second is on its way. */
  private static final Duration FAST = Duration.ofSeconds(9);

  /** Digits of a whole number with its country's: short codes have fewer. */
  private static final String MOBILE = "212[67][0-9]{8}";

  private final Siege siege;
  private final boolean sound;
  private final Turns turns;
  private final Findings findings;
  private final Map<String, Row> rows = new HashMap<>();
  private final Map<String, Long> own = new HashMap<>();
  private int newcomers;
  private double mostNewcomers;

  /** Answers of one machine to one process, each at once, in a row. */
  private static final class Row {
    Instant spoken = Instant.MIN;
    Instant heard = Instant.MIN;
    int turns;
  }

  /**
   * @param sound whether the store does what it is asked in this world, one node has it alone, and
   *     nobody has to leave its memory
   */
  Guards(Siege siege, boolean sound, Turns turns, Findings findings) {
    this.siege = siege;
    this.sound = sound;
    this.turns = turns;
    this.findings = findings;
  }

  /** A text goes to the SMSC. */
  void submitted(String name, Outbound outbound) {
    if (!siege.isOn() || outbound.kind() != Outbound.Kind.MESSAGE) return;
    if (!outbound.to().value().matches(MOBILE))
      findings.violated(Invariant.WITHIN_DESTINATIONS, name, outbound.id() + " goes there");
  }

  /** An MO is given to a process. */
  void delivered(SimProcess process, Mo mo) {
    Row row = row(process.id(), mo.from());
    row.heard = process.now();
  }

  private Row row(String process, String name) {
    return rows.computeIfAbsent(process + ' ' + name, key -> new Row());
  }

  /**
   * An MO has had its turn.
   *
   * @param speaks whether it said something
   */
  void turn(String process, Attacker.Kind kind, Mo mo, boolean speaks, Instant now) {
    if (kind == Attacker.Kind.FOREIGN)
      findings.violated(Invariant.WITHIN_DESTINATIONS, mo.from(), mo.id() + " has a turn");
    if (kind != Attacker.Kind.MACHINE) return;
    Row row = row(process, mo.from());
    boolean fast = !row.spoken.equals(Instant.MIN) && row.spoken.plus(FAST).isAfter(row.heard);
    row.turns = fast ? row.turns + 1 : 0;
    row.spoken = speaks ? now : Instant.MIN;
    if (sound && row.turns > SAME + 1)
      findings.violated(Invariant.LOOPS_END, mo.from(), row.turns + " answers in a row");
  }

  /** A process does not take an MO. */
  void refused(SimProcess process, Mo mo) {
    // What is refused for a person's own sake, a full mailbox or document, keeps nobody out.
    long own = process.refusedForItself();
    boolean crowded = own == this.own.getOrDefault(process.id(), 0L);
    this.own.put(process.id(), own);
    if (crowded && siege.strangers() > 0 && sound && turns.known(process.id(), mo.from()))
      findings.violated(Invariant.KNOWN_ARE_SERVED, mo.from(), mo.id() + " is refused");
  }

  /** Somebody becomes known. */
  void newcomer() {
    newcomers++;
  }

  /** A process has lived for so long: a bucketful at its start, and then so many a second. */
  void lived(Duration life) {
    if (siege.limits().newPersons() != Limits.OFF)
      mostNewcomers += siege.limits().newPersons() * (2 + life.toMillis() / 1000.0);
  }

  void end() {
    if (siege.limits().newPersons() != Limits.OFF && newcomers > mostNewcomers)
      findings.violated(
          Invariant.NEWCOMERS_ARE_BOUNDED,
          Findings.WORLD,
          newcomers + " newcomers where " + (int) mostNewcomers + " may come");
  }
}
