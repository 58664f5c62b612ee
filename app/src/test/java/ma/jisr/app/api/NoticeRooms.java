package ma.jisr.app.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import ma.jisr.base.Language;
import ma.jisr.base.Vault;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Words;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.audience.GroupAreas;
import ma.jisr.service.notices.mailing.Estimate;
import ma.jisr.service.notices.mailing.Mailing;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.notices.mailing.Progress;
import ma.jisr.service.notices.mailing.Progress.Stage;
import ma.jisr.service.notices.mailing.Report;
import ma.jisr.service.notices.notice.Alarm;
import ma.jisr.service.notices.notice.Aloud;
import ma.jisr.service.notices.notice.NoticeRules;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.Store;

/** Notices for the API's tests; what is sent goes nowhere, to as many people as a test says. */
final class NoticeRooms implements Mailings {
  /** Sent to whoever approves. */
  static final String CODE = "482913";

  final Notices notices;
  private final Map<String, Mailing> begun = new ConcurrentHashMap<>();

  /** Whom each would reach. */
  volatile long people = 40;

  NoticeRooms(Store store, Supplier<Gazetteer> places, ChangeFeed feed, InstantSource clock) {
    Vault vault = Vault.passing(new Random(3));
    notices =
        Notices.on(
            new Notices.Ground(
                store,
                places,
                feed,
                this,
                new Renderer(Words.from(CommonTexts.load())),
                new Proofs(store, vault, _ -> CODE),
                new Outboxes(),
                Alarm.NONE,
                Aloud.NOBODY,
                GroupAreas.NONE,
                NoticeRules.USUAL,
                clock,
                Runnable::run));
  }

  @Override
  public CompletableFuture<Estimate> estimate(Mailing mailing) {
    Map<Language, Estimate.Share> all = Map.of(Language.FR, new Estimate.Share(people, 1));
    return now(new Estimate(people, 0, all, people, people * 7, 1, true));
  }

  @Override
  public CompletableFuture<Void> begin(Mailing mailing) {
    begun.put(mailing.id(), mailing);
    return CompletableFuture.allOf();
  }

  @Override
  public CompletableFuture<Boolean> pause(String id) {
    return now(begun.containsKey(id));
  }

  @Override
  public CompletableFuture<Boolean> resume(String id) {
    return now(begun.containsKey(id));
  }

  @Override
  public CompletableFuture<Boolean> cancel(String id) {
    return now(begun.containsKey(id));
  }

  @Override
  public CompletableFuture<Optional<Progress>> progress(String id) {
    return now(Optional.ofNullable(begun.get(id)).map(_ -> progress()));
  }

  private Progress progress() {
    return new Progress(
        Stage.SENDING, Progress.Wait.QUIET_HOURS, people, true, 1, 0, 0, 0, 0, 0, 0, people - 1, 1);
  }

  @Override
  public CompletableFuture<Optional<Report>> report(String id) {
    return now(
        Optional.ofNullable(begun.get(id))
            .map(
                _ ->
                    new Report(
                        progress(),
                        Map.of(
                            "language",
                            List.of(
                                new Report.Row(
                                    "fr",
                                    people,
                                    Optional.of(5L),
                                    Optional.empty(),
                                    Optional.empty()))),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        0)));
  }

  @Override
  public CompletableFuture<Boolean> got(String id, String person) {
    return now(begun.containsKey(id));
  }

  private static <R> CompletableFuture<R> now(R value) {
    return CompletableFuture.completedFuture(value);
  }
}
