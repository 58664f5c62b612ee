package ma.jisr.service.notices.mailing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.service.audience.Subscriber;

/** Subscribers in memory. */
final class SimAudience implements Audience {
  final Map<String, Subscriber> people = new TreeMap<>();
  private final Map<String, TreeSet<String>> lists = new HashMap<>();

  /** So many people of a list, named by their place. */
  static SimAudience of(int many, String list) {
    SimAudience audience = new SimAudience();
    for (int i = 0; i < many; i++) audience.add(person(i), number(i), Language.FR, list);
    return audience;
  }

  static String person(int place) {
    return String.format("P%07d", place * 7);
  }

  static String number(int place) {
    return "2126" + String.format("%08d", place);
  }

  void add(String person, String number, Language language, String... in) {
    Set<Script> scripts = EnumSet.of(Script.LATIN, language.script());
    put(new Subscriber(person, number, "iam", "", language, scripts, false, Set.of()));
    for (String list : in) lists.computeIfAbsent(list, fresh -> new TreeSet<>()).add(person);
  }

  void put(Subscriber one) {
    people.put(one.person(), one);
  }

  /** Somebody who is erased. */
  void remove(String person) {
    people.remove(person);
    lists.values().forEach(list -> list.remove(person));
  }

  void stop(int place, Set<String> muted) {
    Subscriber one = Objects.requireNonNull(people.get(person(place)));
    put(
        new Subscriber(
            one.person(),
            one.number(),
            one.link(),
            one.code(),
            one.language(),
            one.scripts(),
            muted.isEmpty(),
            muted));
  }

  @Override
  public CompletableFuture<List<String>> page(String list, String after, int most) {
    Collection<String> in =
        list.equals(Aim.ALL)
            ? new TreeSet<>(people.keySet()).tailSet(after, false)
            : lists.getOrDefault(list, new TreeSet<>()).tailSet(after, false);
    return CompletableFuture.completedFuture(in.stream().limit(most).toList());
  }

  @Override
  public CompletableFuture<Map<String, Subscriber>> of(Collection<String> ids) {
    Map<String, Subscriber> found = new HashMap<>();
    for (String id : ids) if (people.containsKey(id)) found.put(id, people.get(id));
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public CompletableFuture<Long> count(String list) {
    long many =
        list.equals(Aim.ALL) ? people.size() : lists.getOrDefault(list, new TreeSet<>()).size();
    return CompletableFuture.completedFuture(many);
  }
}
