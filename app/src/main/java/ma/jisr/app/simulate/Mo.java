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

  Inbound.Act act() {
    return inbound.act();
  }

  /** Whether it is an SMS, which the SMSC keeps until it is acknowledged. */
  boolean message() {
    return inbound.act() == Inbound.Act.MESSAGE;
  }

  /** What the gateway calls it. */
  String mark() {
    return mark;
  }

  /** The SMSC has our answer. */
  void done() {
    done = true;
  }

  boolean isDone() {
    return done;
  }
}
