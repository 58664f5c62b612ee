package ma.jisr.app.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.log.LogReader;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.PersonDocument;
import ma.jisr.store.Document;
import ma.jisr.store.Store;

/** What the message log must tell of everybody when all has come to rest. */
final class Chronicle {
  /** States after which nothing more happens to a message, but for its receipt. */
  private static final Pattern END =
      Pattern.compile("taken$|refused|expired|unseen|uncertain|over|ceiling");

  private final Findings findings;
  private final Map<String, Set<String>> expected = new LinkedHashMap<>();
  private final Set<String> screens = new HashSet<>();

  Chronicle(Findings findings) {
    this.findings = findings;
  }

  /** A turn has become durable: its MO and what it says belong into the log. */
  void turn(Document document, boolean ofMo, List<OutboxEntry> made) {
    Set<String> rows = expected.computeIfAbsent(document.id(), id -> new LinkedHashSet<>());
    String mark = document.writeId().substring(0, Math.max(0, document.writeId().lastIndexOf('/')));
    if (ofMo) rows.add("MO " + mark + '.' + Long.toString(document.version(), Character.MAX_RADIX));
    for (OutboxEntry entry : made) {
      rows.add("MT " + entry.id());
      if (entry.returnPath()) screens.add("MT " + entry.id());
    }
  }

  /**
   * Compares what the log holds of somebody.
   *
   * @param ends whether it must say how everything ended: what became of a message in the last
   *     moments of a process that dies is not in it
   */
  void compare(PersonDocument person, Store store, Keys keys, boolean ends) {
    String name = World.name(person);
    Set<String> seen = new HashSet<>();
    Set<String> ended = new HashSet<>();
    Map<String, String> lines = new HashMap<>();
    // Who has not been looked at since a crash carries the last rows still.
    List<LogRow> rows =
        new ArrayList<>(new LogReader(store).of(keys.pseudonym(person.id())).join());
    rows.addAll(person.log());
    for (LogRow row : rows)
      for (LogRow.Said said : row.said()) {
        if (END.matcher(said.state()).lookingAt()) ended.add("MT " + said.id());
        if (said.way().isEmpty()) continue;
        String what = said.way() + ' ' + said.id();
        seen.add(what);
        String before = lines.putIfAbsent(what, row.line());
        if (before != null && !before.equals(row.line()))
          findings.violated(Invariant.LOG_IS_WHOLE, name, what + " stands in two rows");
      }
    for (String what : expected.getOrDefault(person.id(), Set.of()))
      if (!seen.contains(what))
        findings.violated(Invariant.LOG_IS_WHOLE, name, what + " is not in the log");
      else if ((ends || !screens.contains(what)) && what.startsWith("MT ") && !ended.contains(what))
        findings.violated(Invariant.LOG_IS_WHOLE, name, what + " has no end in the log");
  }
}
