package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.gateway.channel.Acknowledgement;

/**
 * The part of the SMSC that delivers SMS without an identity, over one connection: it waits for the
 * response as long as that lasts, and has read it when it takes what was written behind it. So a
 * response is lost only with its connection, and is then not followed by anything.
 */
final class PlainNetwork {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LEAST_RETRY = Duration.ofMillis(500);
  private static final Duration MOST_RETRY = Duration.ofSeconds(20);

  private final Air air;
  private final Sayings sayings;
  private final List<Answer> unanswered = new ArrayList<>();
  private final Map<SimProcess, Instant> read = new HashMap<>();
  private int underWay;

  PlainNetwork(Air air, Sayings sayings) {
    this.air = air;
    this.sayings = sayings;
  }

  /** SMS that the SMSC still has. */
  int underWay() {
    return underWay;
  }

  /** A subscriber has sent an SMS. */
  void send(PlainMo mo) {
    underWay++;
    air.later(air.delay(), () -> deliver(mo));
  }

  /** What is held goes as soon as there is a bind. */
  private void deliver(PlainMo mo) {
    SimProcess process = air.someone();
    if (process == null) {
      air.later(LOOK, () -> deliver(mo));
      return;
    }
    boolean came = mo.came(process);
    Instant at = mo.first(process);
    Answer answer = new Answer(process, mo, came, sayings.delivered(process, mo, at));
    unanswered.add(answer);
    process.receive(mo.inbound(at), answer);
  }

  private void again(PlainMo mo) {
    air.later(air.between(LEAST_RETRY, MOST_RETRY), () -> deliver(mo));
  }

  /** A connection has ended: what was not answered on it comes again. */
  void lost(SimProcess process) {
    for (Answer answer : List.copyOf(unanswered))
      if (answer.process == process && unanswered.remove(answer)) {
        sayings.cut(answer.delivery);
        again(answer.mo);
      }
  }

  /** How long a text takes to come over that is written now: it overtakes no response. */
  Duration behind(SimProcess process, Duration delay) {
    Duration responses = Duration.between(air.now(), read.getOrDefault(process, air.now()));
    return delay.compareTo(responses) > 0 ? delay : responses.plusMillis(1);
  }

  private final class Answer implements Acknowledgement {
    private final SimProcess process;
    private final PlainMo mo;
    private final boolean came;
    private final Sayings.Delivery delivery;

    Answer(SimProcess process, PlainMo mo, boolean came, Sayings.Delivery delivery) {
      this.process = process;
      this.mo = mo;
      this.came = came;
      this.delivery = delivery;
    }

    @Override
    public void accepted() {
      if (!process.alive()) return;
      sayings.accepted(delivery);
      if (!unanswered.remove(this)) return; // its connection is gone
      Duration there = behind(process, air.delay());
      read.put(process, air.now().plus(there));
      air.later(
          there,
          () -> {
            if (process.brings()) underWay--;
            else again(mo);
          });
    }

    @Override
    public void busy() {
      if (!process.alive()) return;
      sayings.refused(delivery);
      if (!unanswered.remove(this)) return;
      if (!came) mo.refused(process);
      again(mo);
    }
  }
}
