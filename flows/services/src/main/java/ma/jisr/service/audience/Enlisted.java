package ma.jisr.service.audience;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber as they are stored. Says by itself in which lists they stand; the rows of these
 * lists follow it.
 *
 * @param sealed the number, for the vault's bearer only
 * @param language a BCP 47 tag
 * @param scripts names of {@link Script}s
 * @param muted ids of topics
 * @param places what they follow
 * @param groups ids of the groups that they are in
 * @param since when they were first enlisted, milliseconds
 * @param turned the wish by which a topic was turned last; it is turned once
 */
record Enlisted(
    String sealed,
    String link,
    String code,
    String language,
    List<String> scripts,
    boolean stopped,
    List<String> muted,
    List<Spot> places,
    List<String> groups,
    long since,
    @Nullable String turned) {
  Enlisted {
    scripts = List.copyOf(scripts);
    muted = List.copyOf(muted);
    places = List.copyOf(places);
    groups = List.copyOf(groups);
  }

  /**
   * A place that is followed.
   *
   * @param around ids of the place, its commune and its province as they were then
   */
  record Spot(String place, List<String> around) {
    Spot {
      around = List.copyOf(around);
    }
  }

  static Enlisted of(String sealed, Reach reach, long since) {
    return new Enlisted(
            sealed, "", "", "", List.of(), false, List.of(), List.of(), List.of(), since, null)
        .reached(reach);
  }

  Enlisted reached(Reach by) {
    List<String> shown = by.scripts().stream().map(Script::name).sorted().toList();
    return new Enlisted(
        sealed,
        by.link(),
        by.code(),
        by.language().tag(),
        shown,
        stopped,
        muted,
        places,
        groups,
        since,
        turned);
  }

  Enlisted stopped(boolean now) {
    return new Enlisted(
        sealed, link, code, language, scripts, now, muted, places, groups, since, turned);
  }

  Enlisted muting(Set<String> topics) {
    return new Enlisted(
        sealed,
        link,
        code,
        language,
        scripts,
        stopped,
        List.copyOf(new TreeSet<>(topics)),
        places,
        groups,
        since,
        turned);
  }

  Enlisted turnedBy(String key) {
    return new Enlisted(
        sealed, link, code, language, scripts, stopped, muted, places, groups, since, key);
  }

  Enlisted following(List<Spot> next) {
    return new Enlisted(
        sealed, link, code, language, scripts, stopped, muted, next, groups, since, turned);
  }

  Enlisted in(List<String> next) {
    return new Enlisted(
        sealed, link, code, language, scripts, stopped, muted, places, next, since, turned);
  }

  boolean follows(String place) {
    return places.stream().anyMatch(spot -> spot.place().equals(place));
  }

  /** Whether nothing is left for which they are kept. */
  boolean isIdle() {
    return places.isEmpty() && groups.isEmpty();
  }

  /** All lists in which they stand. */
  Set<String> lists() {
    Set<String> lists = new LinkedHashSet<>();
    for (Spot spot : places) spot.around().forEach(id -> lists.add(Lists.place(id)));
    groups.forEach(id -> lists.add(Lists.group(id)));
    return lists;
  }

  Followed followed() {
    List<String> ids = new ArrayList<>();
    places.forEach(spot -> ids.add(spot.place()));
    return new Followed(ids, groups, Set.copyOf(muted), stopped);
  }

  /** With the number in plain. */
  Subscriber subscriber(String person, String number) {
    return new Subscriber(
        person,
        number,
        link,
        code,
        Language.of(language).orElse(Language.FR),
        scripts.isEmpty()
            ? Set.of(Script.LATIN)
            : Set.copyOf(scripts.stream().map(Script::valueOf).toList()),
        stopped,
        Set.copyOf(muted));
  }

  @Override
  public String toString() {
    return "Enlisted[hidden]";
  }
}
