package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.session.Keys;

/** Somebody with a phone, who writes when it suits and reads what comes. */
final class Subscriber {
  private static final Duration QUICKEST = Duration.ofMillis(200);
  private static final Duration SLOWEST = Duration.ofSeconds(40);

  private final String number;
  private final Timeline timeline;
  private final Chance chance;
  private final Network network;
  private final Keys keys;
  private int sent;

  Subscriber(String number, Timeline timeline, Chance chance, Network network, Keys keys) {
    this.number = number;
    this.timeline = timeline;
    this.chance = chance;
    this.network = network;
    this.keys = keys;
  }

  /** Begins to write, and goes on until then. */
  void live(Instant until) {
    Loop.Cancel unused =
        timeline.after(
            chance.between(QUICKEST, SLOWEST),
            () -> {
              if (!timeline.now().isBefore(until)) return;
              write();
              live(until);
            });
  }

  private void write() {
    String text =
        switch (chance.below(6)) {
          case 0, 1 -> "payer " + number.substring(number.length() - 2) + (1000 + sent);
          case 2 -> "voir w" + sent;
          case 3 -> "rappel";
          case 4 -> "oui";
          default -> "1";
        };
    String id = "s" + number.substring(number.length() - 2) + "." + ++sent;
    Inbound inbound =
        new Inbound(
            id,
            SimLink.ID,
            Inbound.Act.MESSAGE,
            new Address("tel", number),
            Rehearsal.SMS_CODE,
            text,
            null,
            null,
            Assurance.CLAIMED,
            timeline.now());
    network.send(new Mo(inbound, keys.mark(SimLink.ID, id)));
  }
}
