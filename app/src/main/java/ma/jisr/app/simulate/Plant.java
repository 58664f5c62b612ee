package ma.jisr.app.simulate;

import java.util.Locale;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.store.Store;

/** A bug put in on purpose, to show that the simulator finds its kind. */
public enum Plant {
  /** None. */
  NOTHING,
  /** An MO is acknowledged on arrival, before anything is durable. */
  ACK_BEFORE_WRITE,
  /** A node that has lost a person to another goes on writing as though it had not. */
  LOST_LEASE,
  /** Nobody reads the marks of what an earlier process has sent. */
  MARKS_UNREAD,
  /** A text that was refused for now is tried again behind those that came after it. */
  REORDERED_RETRY,
  /** Nobody asks whether a text may still go. */
  CEILINGS_NOT_ASKED;

  /** The engine as the network reaches it. */
  Receiver receiver(Receiver engine) {
    return this == ACK_BEFORE_WRITE ? new HastyReceiver(engine) : engine;
  }

  /** The store as the engine reaches it. */
  Store store(Store store) {
    return switch (this) {
      case LOST_LEASE -> LyingStore.over(store);
      case MARKS_UNREAD -> LyingStore.unmarked(store);
      default -> store;
    };
  }

  /** The link as the engine reaches it. */
  Channel channel(Channel link, Loop loop) {
    return this == REORDERED_RETRY ? new ReorderingChannel(link, loop) : link;
  }

  /** The limits as the engine is told them. */
  Limits limits(Limits limits) {
    return this == CEILINGS_NOT_ASKED
        ? new Limits(
            limits.destinations(),
            Limits.OFF,
            Limits.OFF,
            limits.newPersons(),
            limits.firstContact())
        : limits;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
