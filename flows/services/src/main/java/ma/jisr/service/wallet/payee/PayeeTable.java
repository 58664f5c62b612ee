package ma.jisr.service.wallet.payee;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.map.ledger.Book;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.sound.SoundIndex;
import org.jspecify.annotations.Nullable;

/** All payees in memory, by id, code and sound. Readers never wait. Safe on any thread. */
final class PayeeTable implements Book.Sorted<PayeeEntry> {
  private final Map<String, ListedPayee> byId = new ConcurrentHashMap<>();
  private final Map<String, ListedPayee> byCode = new ConcurrentHashMap<>();
  private final SoundIndex<ListedPayee> words = new SoundIndex<>();

  /** Versions of those out of use, so that an older word does not bring them back. */
  private final Map<String, Long> retired = new ConcurrentHashMap<>();

  /** Takes a payee over as it is; an older version than that which is known is ignored. */
  @Override
  public synchronized void put(Versioned<PayeeEntry> kept) {
    PayeeEntry payee = kept.thing();
    ListedPayee before = byId.get(payee.id());
    long known = before == null ? retired.getOrDefault(payee.id(), -1L) : before.kept().version();
    if (known > kept.version()) return;
    if (before != null && before.kept().equals(kept)) return;
    if (payee.retired()) {
      retired.put(payee.id(), kept.version());
    } else {
      ListedPayee next = ListedPayee.of(kept);
      retired.remove(payee.id());
      byId.put(payee.id(), next);
      byCode.put(payee.code(), next);
      words.add(next);
    }
    if (before != null) drop(before);
  }

  /** Drops a payee that is no longer kept: a batch had made it, and was taken back. */
  @Override
  public synchronized void remove(String id) {
    ListedPayee gone = byId.get(id);
    if (gone != null) drop(gone);
    retired.remove(id);
  }

  private void drop(ListedPayee gone) {
    words.remove(gone);
    byId.remove(gone.payee().id(), gone);
    byCode.remove(gone.payee().code(), gone);
  }

  SoundIndex<ListedPayee> words() {
    return words;
  }

  @Nullable ListedPayee byId(String id) {
    return byId.get(id);
  }

  @Nullable ListedPayee byCode(String code) {
    return byCode.get(code);
  }

  Collection<ListedPayee> all() {
    return byId.values();
  }

  @Override
  public void settle() {
    words.settle();
  }

  @Override
  public int size() {
    return byId.size();
  }
}
