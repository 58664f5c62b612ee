package ma.jisr.service.wallet.payee.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.map.exchange.Likeness;
import ma.jisr.service.wallet.payee.PayeeEntry;

/** The payees that are kept, by everything that a row may know them by. Grows; for one import. */
final class KnownPayees {
  private final Map<String, PayeeEntry> byId = new HashMap<>();
  private final Map<String, PayeeEntry> byCode = new HashMap<>();
  private final Map<String, PayeeEntry> bySource = new HashMap<>();

  /** By kind and place. */
  private final Map<String, List<Entry>> near = new HashMap<>();

  /**
   * One that is there.
   *
   * @param line of the row that said so; 0 for what was there before
   */
  record Entry(PayeeEntry payee, long line, Likeness likeness) {}

  KnownPayees(Collection<PayeeEntry> payees) {
    for (PayeeEntry payee : payees) {
      byId.put(payee.id(), payee);
      byCode.put(payee.code(), payee);
      String source = payee.facts().source();
      if (source != null) bySource.put(source, payee);
      if (!payee.retired()) add(payee, 0);
    }
  }

  Optional<PayeeEntry> id(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<PayeeEntry> code(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  Optional<PayeeEntry> source(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  void add(PayeeEntry payee, long line) {
    near.computeIfAbsent(where(payee), _ -> new ArrayList<>())
        .add(new Entry(payee, line, Likeness.of(payee.name())));
  }

  private static String where(PayeeEntry payee) {
    return payee.kind() + " " + payee.place();
  }

  /** Whether another payee of its kind has its place in the menu. */
  boolean positionTaken(PayeeEntry payee) {
    if (payee.facts().position() == 0) return false;
    for (List<Entry> entries : near.values())
      for (Entry entry : entries)
        if (entry.payee().kind() == payee.kind()
            && entry.payee().facts().position() == payee.facts().position()
            && !entry.payee().id().equals(payee.id())) return true;
    return false;
  }

  /** Another payee of the same kind and a similar name in the same place, or of one account. */
  Optional<Entry> twin(PayeeEntry payee) {
    Likeness likeness = Likeness.of(payee.name());
    for (Entry entry : near.getOrDefault(where(payee), List.of())) {
      boolean other = !entry.payee().id().equals(payee.id());
      boolean alike =
          entry.likeness().isLike(likeness) || entry.payee().account().equals(payee.account());
      if (other && alike) return Optional.of(entry);
    }
    return Optional.empty();
  }
}
