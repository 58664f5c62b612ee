package ma.jisr.app.simulate;

import java.time.Instant;
import ma.jisr.gateway.channel.Inbound;

/**
 * An MO as the SMSC holds it: delivered under one id, again and again, until the gateway's answer
 * arrives.
 */
final class Mo {
  private final Inbound inbound;
  private final String mark;
  private boolean done;
  private int deliveries;

  /**
   * @param inbound whose id is the subscriber's name, a dot and a number
   * @param mark what the gateway calls it
   */
  Mo(Inbound inbound, String mark) {
    this.inbound = inbound;
    this.mark = mark;
  }

  Inbound inbound(Instant at) {
    return new Inbound(
        inbound.id(),
        inbound.link(),
        inbound.act(),
        inbound.from(),
        inbound.code(),
        inbound.text(),
        inbound.dialogue(),
        inbound.reason(),
        inbound.assurance(),
        at);
  }

  String id() {
    return inbound.id();
  }

  /** What the subscriber is called in this world: not the number. */
  String from() {
    return inbound.id().substring(0, inbound.id().indexOf('.'));
  }

  String mark() {
    return mark;
  }

  int delivered() {
    return ++deliveries;
  }

  /** The SMSC has our answer. */
  void done() {
    done = true;
  }

  boolean isDone() {
    return done;
  }
}
