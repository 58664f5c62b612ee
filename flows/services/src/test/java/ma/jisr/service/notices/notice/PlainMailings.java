package ma.jisr.service.notices.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.service.notices.mailing.Estimate;
import ma.jisr.service.notices.mailing.Mailing;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.notices.mailing.Progress;
import ma.jisr.service.notices.mailing.Progress.Stage;
import ma.jisr.service.notices.mailing.Report;

/** Mailings that go as far as a test says, and count how often each was begun. */
public final class PlainMailings implements Mailings {
  /** Whom each would reach. */
  public long people = 40;

  public final Map<String, Mailing> begun = new HashMap<>();
  final Map<String, Stage> stages = new HashMap<>();
  public final List<String> said = new ArrayList<>();

  @Override
  public CompletableFuture<Estimate> estimate(Mailing mailing) {
    return now(
        new Estimate(
            people,
            0,
            Map.of(Language.FR, new Estimate.Share(people, 1)),
            people,
            people * 7,
            people == 0 ? 0 : 1,
            true));
  }

  @Override
  public CompletableFuture<Void> begin(Mailing mailing) {
    if (begun.putIfAbsent(mailing.id(), mailing) == null) {
      stages.put(mailing.id(), Stage.SENDING);
      said.add("begin");
    }
    return CompletableFuture.allOf();
  }

  @Override
  public CompletableFuture<Boolean> pause(String id) {
    return to(id, Stage.PAUSED, "pause");
  }

  @Override
  public CompletableFuture<Boolean> resume(String id) {
    return to(id, Stage.SENDING, "resume");
  }

  @Override
  public CompletableFuture<Boolean> cancel(String id) {
    return to(id, Stage.CANCELLED, "cancel");
  }

  private CompletableFuture<Boolean> to(String id, Stage next, String word) {
    Stage stage = stages.get(id);
    if (stage == null || stage.over()) return now(false);
    if (stage != next) said.add(word);
    stages.put(id, next);
    return now(true);
  }

  @Override
  public CompletableFuture<Optional<Progress>> progress(String id) {
    return now(
        Optional.ofNullable(stages.get(id))
            .map(
                stage ->
                    new Progress(
                        stage,
                        Progress.Wait.NOTHING,
                        people,
                        true,
                        people,
                        people - 2,
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        0)));
  }

  @Override
  public CompletableFuture<Optional<Report>> report(String id) {
    return now(Optional.empty());
  }

  @Override
  public CompletableFuture<Boolean> got(String id, String person) {
    return now(begun.containsKey(id));
  }

  private static <R> CompletableFuture<R> now(R value) {
    return CompletableFuture.completedFuture(value);
  }
}
