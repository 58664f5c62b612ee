package ma.jisr.gateway.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.gateway.bulk.ParcelReceipts;
import ma.jisr.gateway.delivery.ReceiptDesk;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.gateway.limit.Ledger;
import ma.jisr.gateway.log.MessageLog;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Retention;

/** The collections of the session engine. */
public final class SessionCollections {
  /** Person documents, by random id. */
  public static final String PEOPLE = "people";

  /** Keyed hashes of addresses, each naming a person. */
  public static final String ALIASES = "aliases";

  /** What services and others have handed in for persons, by the key it was handed in under. */
  public static final String INBOX = "inbox";

  /** The index of the inbox by when a row is no longer worth a turn, epoch milliseconds. */
  static final String EXPIRES = "expires";

  /** The index of people by the earliest instant at which anyone must look, epoch milliseconds. */
  static final String DUE = "due";

  /** Parts of messages that are not complete yet, by keyed hash. */
  public static final String PARTS = "parts";

  /** The index of parts by the instant until which they are kept, epoch milliseconds. */
  static final String UNTIL = "until";

  /** Keyed hashes of addresses to which nothing goes unasked. */
  public static final String STOPS = "stops";

  /** The index of people by the earliest instant at which their messages must be looked after. */
  public static final String UNSENT = "unsent";

  private SessionCollections() {}

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    List<CollectionSpec> all = new ArrayList<>(SentMarks.specs());
    all.addAll(ReceiptDesk.specs());
    all.addAll(own());
    return List.copyOf(all);
  }

  /**
   * How long they are kept. People end by being erased; what waits for them in the inbox has an end
   * of its own.
   *
   * @param people how long whoever is not heard is known
   * @param log how long the message log is kept, whole days
   */
  public static List<Retention> retentions(Duration people, Duration log) {
    List<Retention> all = new ArrayList<>(ReceiptDesk.retentions());
    all.add(SentMarks.retention());
    all.add(ParcelReceipts.retention());
    all.add(Ledger.retention());
    all.add(Retention.days(MessageLog.spec(), log));
    all.add(Retention.room(spec(PEOPLE), people, "who goes through all people"));
    all.add(Retention.room(spec(PARTS), Parts.LIFE, "who completes messages of several parts"));
    return List.copyOf(all);
  }

  private static CollectionSpec spec(String name) {
    return own().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<CollectionSpec> own() {
    return List.of(
        new CollectionSpec(
            PEOPLE,
            Area.LIVE,
            List.of(
                new IndexSpec(DUE, List.of(), "due"), new IndexSpec(UNSENT, List.of(), "unsent"))),
        new CollectionSpec(ALIASES, Area.LIVE, List.of()),
        new CollectionSpec(STOPS, Area.LIVE, List.of()),
        new CollectionSpec(PARTS, Area.LIVE, List.of(new IndexSpec(UNTIL, List.of(), UNTIL))),
        new CollectionSpec(
            INBOX,
            Area.LIVE,
            List.of(
                new IndexSpec(DUE, List.of(), "due"),
                new IndexSpec(EXPIRES, List.of(), "expires"))),
        ParcelReceipts.spec(),
        MessageLog.spec(),
        Ledger.spec());
  }
}
