package ma.jisr.app.simulate;

import java.time.Duration;
import ma.jisr.gateway.channel.Acknowledgement;

/**
 * The third of the SMSC that delivers long messages: their parts come in any order, twice, by any
 * bind of any process, and one may never come.
 */
final class PartNetwork {
  private static final Duration RESPONSE = Duration.ofSeconds(10);
  private static final Duration LEAST_RETRY = Duration.ofMillis(500);
  private static final Duration MOST_RETRY = Duration.ofSeconds(20);

  private final Air air;
  private final Turns turns;
  private int underWay;
  private int incomplete;

  PartNetwork(Air air, Turns turns) {
    this.air = air;
    this.turns = turns;
  }

  /** Parts that the SMSC still has. */
  int underWay() {
    return underWay;
  }

  /** Messages of which a part never comes. */
  int incomplete() {
    return incomplete;
  }

  /**
   * A subscriber has sent a long message.
   *
   * @param but the part that the radio loses for good; -1 for none
   */
  void send(LongMo mo, int but) {
    turns.expect(mo.whole());
    if (but >= 0) incomplete++;
    for (int i = 0; i < mo.parts(); i++) {
      if (i == but) continue;
      int index = i;
      underWay++;
      air.later(air.delay(), () -> deliver(mo, index));
      if (air.hits(air.weather().twice()))
        air.later(air.between(LEAST_RETRY, MOST_RETRY), () -> attempt(mo, index));
    }
  }

  private void deliver(LongMo mo, int index) {
    if (mo.isDone(index)) return;
    attempt(mo, index);
    air.later(RESPONSE.plus(air.between(LEAST_RETRY, MOST_RETRY)), () -> deliver(mo, index));
  }

  private void attempt(LongMo mo, int index) {
    SimProcess process = air.someone();
    if (process == null) return;
    turns.note(mo.whole(), "part " + index + " to " + process.id());
    process.receive(mo.part(index, process.now()), new Answer(process, mo, index));
  }

  private final class Answer implements Acknowledgement {
    private final SimProcess process;
    private final LongMo mo;
    private final int index;

    Answer(SimProcess process, LongMo mo, int index) {
      this.process = process;
      this.mo = mo;
      this.index = index;
    }

    @Override
    public void accepted() {
      if (!process.alive()) return;
      turns.note(mo.whole(), "part " + index + " taken by " + process.id());
      mo.acknowledged(index);
      if (mo.isAcknowledged()) turns.acknowledged(mo.whole());
      if (air.hits(air.weather().ackLost())) return;
      air.later(
          air.delay(),
          () -> {
            if (!mo.isDone(index)) underWay--;
            mo.done(index);
          });
    }

    @Override
    public void busy() {
      if (process.alive()) turns.note(mo.whole(), "part " + index + " refused by " + process.id());
    }
  }
}
