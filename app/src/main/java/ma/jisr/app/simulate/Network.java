package ma.jisr.app.simulate;

import java.time.Duration;
import ma.jisr.gateway.channel.Acknowledgement;

/** The half of the SMSC that delivers MOs, again and again, until they are acknowledged. */
final class Network {
  /** How long the SMSC waits for our answer before it delivers again. */
  private static final Duration RESPONSE = Duration.ofSeconds(10);

  private static final Duration LEAST_RETRY = Duration.ofMillis(500);
  private static final Duration MOST_RETRY = Duration.ofSeconds(20);

  private final Air air;
  private final Turns turns;
  private final Guards guards;
  private int underWay;

  Network(Air air, Turns turns, Guards guards) {
    this.air = air;
    this.turns = turns;
    this.guards = guards;
  }

  /** SMS that the SMSC still has. */
  int underWay() {
    return underWay;
  }

  /** A subscriber has sent an SMS. */
  void send(Mo mo) {
    underWay++;
    air.later(air.delay(), () -> deliver(mo));
    if (air.hits(air.weather().twice()))
      air.later(air.between(LEAST_RETRY, MOST_RETRY), () -> attempt(mo));
  }

  private void deliver(Mo mo) {
    if (mo.isDone()) return;
    attempt(mo);
    air.later(RESPONSE.plus(air.between(LEAST_RETRY, MOST_RETRY)), () -> deliver(mo));
  }

  private void attempt(Mo mo) {
    SimProcess process = air.someone();
    if (process != null) give(process, mo, () -> {});
  }

  /**
   * Hands an MO to a process.
   *
   * @param refused told when the process does not take it
   */
  void give(SimProcess process, Mo mo, Runnable refused) {
    Turns.Delivery delivery = turns.delivered(process.id(), mo);
    guards.delivered(process, mo);
    process.receive(mo.inbound(process.now()), new Answer(process, mo, delivery, refused));
  }

  private final class Answer implements Acknowledgement {
    private final SimProcess process;
    private final Mo mo;
    private final Turns.Delivery delivery;
    private final Runnable refused;

    Answer(SimProcess process, Mo mo, Turns.Delivery delivery, Runnable refused) {
      this.process = process;
      this.mo = mo;
      this.delivery = delivery;
      this.refused = refused;
    }

    @Override
    public void accepted() {
      if (!process.alive()) return;
      turns.answered(delivery, true);
      if (air.hits(air.weather().ackLost())) return;
      air.later(
          air.delay(),
          () -> {
            if (!mo.isDone() && mo.message()) underWay--;
            mo.done();
          });
    }

    @Override
    public void busy() {
      if (!process.alive()) return;
      guards.refused(process, mo);
      turns.answered(delivery, false);
      refused.run();
    }
  }
}
