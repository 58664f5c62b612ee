package ma.jisr.app.talk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.base.text.Segments;
import ma.jisr.service.audience.Subscriber;
import ma.jisr.service.audience.Subscribers;
import ma.jisr.service.notices.mailing.Aim;
import ma.jisr.service.notices.mailing.Estimate;
import ma.jisr.service.notices.mailing.Grade;
import ma.jisr.service.notices.mailing.Mailing;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.notices.mailing.Progress;
import ma.jisr.service.notices.mailing.Progress.Stage;
import ma.jisr.service.notices.mailing.Report;

/**
 * The mailings of a transcript: the network of a play, which hands each text over at once and loses
 * none. Whom they reach is asked of the real lists.
 */
final class TalkMailings implements Mailings {
  private static final int PAGE = 500;

  private final Subscribers subscribers;
  private final BiConsumer<String, String> phones;
  private final Map<String, Set<String>> got = new ConcurrentHashMap<>();
  private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

  /**
   * @param phones takes a number and a text
   */
  TalkMailings(Subscribers subscribers, BiConsumer<String, String> phones) {
    this.subscribers = subscribers;
    this.phones = phones;
  }

  private CompletableFuture<Map<String, Subscriber>> whom(Mailing mailing) {
    CompletableFuture<Set<String>> people =
        switch (mailing.aim()) {
          case Aim.Lists(Set<String> lists) -> listed(lists);
          case Aim.SameAs(var mailings) -> {
            Set<String> same = new LinkedHashSet<>();
            for (String id : mailings) same.addAll(got.getOrDefault(id, Set.of()));
            yield now(same);
          }
        };
    return people
        .thenCompose(all -> subscribers.of(all))
        .thenApply(
            found -> {
              Map<String, Subscriber> heard = new LinkedHashMap<>(found);
              if (mailing.grade() == Grade.ORDINARY)
                heard.values().removeIf(one -> !one.hears(mailing.topic()));
              return heard;
            });
  }

  private CompletableFuture<Set<String>> listed(Set<String> lists) {
    CompletableFuture<Set<String>> all = now(new LinkedHashSet<>());
    for (String list : lists)
      all =
          all.thenCombine(
              subscribers.page(list, "", PAGE),
              (sofar, page) -> {
                sofar.addAll(page);
                return sofar;
              });
    return all;
  }

  private static String text(Mailing mailing, Subscriber reader) {
    boolean latin = !reader.scripts().contains(Script.ARABIC);
    for (Language language : reader.language().fallbacks(latin)) {
      String text = mailing.texts().get(language);
      if (text != null) return text;
    }
    return mailing.texts().getOrDefault(mailing.own(), "");
  }

  @Override
  public CompletableFuture<Estimate> estimate(Mailing mailing) {
    return whom(mailing)
        .thenApply(
            whom -> {
              long segments = 0;
              for (Subscriber one : whom.values())
                segments += Segments.of(text(mailing, one)).count();
              return new Estimate(whom.size(), 0, Map.of(), segments, -1, 1, true);
            });
  }

  @Override
  public CompletableFuture<Void> begin(Mailing mailing) {
    if (got.containsKey(mailing.id())) return CompletableFuture.allOf();
    return whom(mailing)
        .thenAccept(
            whom -> {
              if (got.putIfAbsent(mailing.id(), new HashSet<>(whom.keySet())) != null) return;
              whom.values().forEach(one -> phones.accept(one.number(), text(mailing, one)));
            });
  }

  @Override
  public CompletableFuture<Boolean> pause(String id) {
    return now(false);
  }

  @Override
  public CompletableFuture<Boolean> resume(String id) {
    return now(false);
  }

  @Override
  public CompletableFuture<Boolean> cancel(String id) {
    return now(got.containsKey(id) && withdrawn.add(id));
  }

  @Override
  public CompletableFuture<Optional<Progress>> progress(String id) {
    Set<String> people = got.get(id);
    if (people == null) return now(Optional.empty());
    int all = people.size();
    Stage stage = withdrawn.contains(id) ? Stage.CANCELLED : Stage.DONE;
    return now(
        Optional.of(
            new Progress(stage, Progress.Wait.NOTHING, all, true, all, all, 0, 0, 0, 0, 0, 0, 0)));
  }

  @Override
  public CompletableFuture<Optional<Report>> report(String id) {
    return now(Optional.empty());
  }

  @Override
  public CompletableFuture<Boolean> got(String id, String person) {
    return now(got.getOrDefault(id, Set.of()).contains(person));
  }

  private static <R> CompletableFuture<R> now(R value) {
    return CompletableFuture.completedFuture(value);
  }
}
