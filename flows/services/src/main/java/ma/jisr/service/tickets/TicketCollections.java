package ma.jisr.service.tickets;

import java.time.Duration;
import java.util.List;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;

/** What is kept of tickets, and how long: who waited where is nobody's business a week later. */
public final class TicketCollections {
  /** Somebody's guard behind their last ticket: longer than missed turns count. */
  private static final Duration GUARDS = Duration.ofDays(60);

  /** What a service takes, behind its last turn. */
  private static final Duration PACES = Duration.ofDays(400);

  private TicketCollections() {}

  public static List<CollectionSpec> specs() {
    return List.of(
        TicketStore.SPEC, Queues.SPEC, Desks.SPEC, SlotBook.SPEC, Guards.SPEC, Paces.SPEC);
  }

  /** How long it is kept. */
  public static List<Retention> retentions() {
    return List.of(
        Retention.since(TicketStore.SPEC, TicketStore.BY_DAY, TicketRules.KEEP),
        Retention.since(Queues.SPEC, TicketStore.BY_DAY, TicketRules.KEEP),
        Retention.since(Desks.SPEC, TicketStore.BY_DAY, TicketRules.KEEP),
        Retention.since(SlotBook.SPEC, TicketStore.BY_DAY, TicketRules.KEEP),
        Retention.since(Guards.SPEC, Guards.TOUCHED, GUARDS),
        Retention.since(Paces.SPEC, Paces.TOUCHED, PACES));
  }
}
