package ma.jisr.service.notices.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.map.ledger.Book;
import ma.jisr.map.ledger.Versioned;
import org.jspecify.annotations.Nullable;

/** Notices in memory, by id and code. Readers never wait. Safe on any thread. */
final class NoticeTable implements Book.Sorted<Notice> {
  private final Map<String, Versioned<Notice>> byId = new ConcurrentHashMap<>();
  private final Map<String, String> idByCode = new ConcurrentHashMap<>();

  /** Ids of notices, each with those that have changed it or taken it back. */
  private final Map<String, Set<String>> followed = new ConcurrentHashMap<>();

  @Override
  public synchronized void put(Versioned<Notice> kept) {
    Notice notice = kept.thing();
    Versioned<Notice> before = byId.get(notice.id());
    if (before != null && before.version() > kept.version()) return;
    byId.put(notice.id(), kept);
    idByCode.put(notice.code(), notice.id());
    if (!notice.heard()) return;
    for (String id : notice.facts().references())
      followed.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(notice.id());
  }

  @Override
  public synchronized void remove(String id) {
    Versioned<Notice> gone = byId.remove(id);
    if (gone != null) idByCode.remove(gone.thing().code());
    followed.remove(id);
  }

  @Override
  public void settle() {
    // nothing is made lazily
  }

  @Override
  public int size() {
    return byId.size();
  }

  @Nullable Notice byId(String id) {
    Versioned<Notice> kept = byId.get(id);
    return kept == null ? null : kept.thing();
  }

  @Nullable Notice byCode(String code) {
    String id = idByCode.get(code);
    return id == null ? null : byId(id);
  }

  /** Ids of those that have changed one or taken it back, and have begun to go out. */
  Set<String> followers(String id) {
    return followed.getOrDefault(id, Set.of());
  }

  Collection<Versioned<Notice>> all() {
    return byId.values();
  }
}
