package ma.jisr.app.audience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.jisr.app.account.Signed.Told;
import ma.jisr.service.audience.Announcement;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.audience.Few;
import ma.jisr.service.audience.Filled;
import ma.jisr.service.audience.Group;
import ma.jisr.service.audience.GroupSize;
import ma.jisr.service.audience.RelayPost;

/** Groups, relays and counts in lines for a terminal. */
final class AudienceLines {
  /** Rows told of that cannot be. */
  private static final int MOST_REFUSALS = 50;

  private AudienceLines() {}

  static Told size(long size, String what) {
    return Told.of(List.of(Few.words(size) + ' ' + what));
  }

  /** All of them, or that there are none. */
  static Told all(Stream<String> lines) {
    List<String> all = lines.toList();
    return Told.of(all.isEmpty() ? List.of("none") : all);
  }

  static String line(GroupSize sized) {
    return line(sized.group()) + "  " + Few.words(sized.size()) + " people";
  }

  static String line(Group group) {
    String area = group.area().isEmpty() ? "everywhere" : group.area();
    String made = group.isOfShops() ? "" : "  " + since(group.made(), group.by());
    return group.id() + "  " + group.name() + "  " + area + made;
  }

  static String line(RelayPost post) {
    return post.id() + "  " + what(post) + "  " + since(post.since(), post.by());
  }

  private static String what(RelayPost post) {
    String name = post.name().isEmpty() ? "" : "  " + post.name();
    return post.kind().word() + "  " + post.place() + name;
  }

  private static String since(long at, String by) {
    return "since " + Instant.ofEpochMilli(at) + " by " + by;
  }

  /** Who they are while they are relays; else only where. */
  static String line(Announcements.Told told) {
    Announcement asked = told.announcement();
    String who = told.relay().map(AudienceLines::what).orElse("relay no more  " + asked.place());
    String when =
        asked.announced() > 0 ? "announced " + Instant.ofEpochMilli(asked.announced()) : "not yet";
    return who + "  asked " + Instant.ofEpochMilli(asked.asked()) + "  " + when;
  }

  static List<String> filled(Filled filled) {
    List<String> lines = new ArrayList<>();
    lines.add(filled.taken() + " rows are in" + (filled.left() > 0 ? ", others left" : ""));
    List<Filled.Refusal> refusals = filled.refusals();
    if (!refusals.isEmpty()) lines.add(refusals.size() + " rows are not:");
    for (Filled.Refusal one : refusals.subList(0, Math.min(MOST_REFUSALS, refusals.size())))
      lines.add("  line " + one.line() + "  " + one.what());
    return lines;
  }
}
