package ma.jisr.app.simulate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;

/** The SMSC and the air behind it: delivers MOs until they are acknowledged, takes MTs. */
final class Network {
  /** How long the SMSC waits for our answer before it delivers again. */
  private static final Duration RESPONSE = Duration.ofSeconds(10);

  private static final Duration LEAST_RETRY = Duration.ofMillis(500);
  private static final Duration MOST_RETRY = Duration.ofSeconds(20);
  private static final Duration QUICKEST = Duration.ofMillis(2);

  private final Timeline timeline;
  private final Chance chance;
  private final Supplier<Weather> weather;
  private final Supplier<List<SimProcess>> processes;
  private final Turns turns;
  private int underWay;

  Network(
      Timeline timeline,
      Chance chance,
      Supplier<Weather> weather,
      Supplier<List<SimProcess>> processes,
      Turns turns) {
    this.timeline = timeline;
    this.chance = chance;
    this.weather = weather;
    this.processes = processes;
    this.turns = turns;
  }

  /** MOs that the SMSC still has. */
  int underWay() {
    return underWay;
  }

  /** A subscriber has sent something. */
  void send(Mo mo) {
    underWay++;
    later(air(), () -> deliver(mo));
    if (chance.hits(weather.get().twice()))
      later(chance.between(LEAST_RETRY, MOST_RETRY), () -> attempt(mo));
  }

  private void deliver(Mo mo) {
    if (mo.isDone()) return;
    attempt(mo);
    later(RESPONSE.plus(chance.between(LEAST_RETRY, MOST_RETRY)), () -> deliver(mo));
  }

  private void attempt(Mo mo) {
    List<SimProcess> up = processes.get();
    if (up.isEmpty()) return;
    SimProcess process = chance.of(up);
    Turns.Delivery delivery = turns.delivered(process.id(), mo);
    process.receive(mo.inbound(timeline.now()), new Answer(process, mo, delivery));
  }

  private final class Answer implements Acknowledgement {
    private final SimProcess process;
    private final Mo mo;
    private final Turns.Delivery delivery;

    Answer(SimProcess process, Mo mo, Turns.Delivery delivery) {
      this.process = process;
      this.mo = mo;
      this.delivery = delivery;
    }

    @Override
    public void accepted() {
      if (!process.alive()) return;
      turns.answered(delivery, true);
      if (chance.hits(weather.get().ackLost())) return;
      later(
          air(),
          () -> {
            if (!mo.isDone()) underWay--;
            mo.done();
          });
    }

    @Override
    public void busy() {
      if (process.alive()) turns.answered(delivery, false);
    }
  }

  /** A process submits a text. */
  CompletableFuture<Sent> submit(SimProcess process, Outbound outbound) {
    CompletableFuture<Sent> answer = new CompletableFuture<>();
    later(
        air(),
        () -> {
          process.taken(outbound);
          answer.complete(new Sent.Taken(List.of(outbound.id())));
        });
    return answer;
  }

  private Duration air() {
    return chance.between(QUICKEST, weather.get().busyAnswer());
  }

  private void later(Duration delay, Runnable task) {
    Loop.Cancel unused = timeline.after(delay, task);
  }
}
