package ma.jisr.app.wiring;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.notices.mailing.Estimate;
import ma.jisr.service.notices.mailing.Mailing;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.notices.mailing.Progress;
import ma.jisr.service.notices.mailing.Report;
import org.jspecify.annotations.Nullable;

/**
 * The mailings of a node whose links are not there yet. Until {@link #connect} every request fails,
 * to be asked again. Callable from any thread.
 */
public final class Postbox implements Mailings {
  private volatile @Nullable Mailings mailings;

  /** The links are there: from now on these are asked. */
  public void connect(Mailings to) {
    mailings = to;
  }

  private <R> CompletableFuture<R> ask(Function<Mailings, CompletableFuture<R>> question) {
    Mailings known = mailings;
    return known == null
        ? CompletableFuture.failedFuture(new IllegalStateException("nothing is sent yet"))
        : question.apply(known);
  }

  @Override
  public CompletableFuture<Estimate> estimate(Mailing mailing) {
    return ask(to -> to.estimate(mailing));
  }

  @Override
  public CompletableFuture<Void> begin(Mailing mailing) {
    return ask(to -> to.begin(mailing));
  }

  @Override
  public CompletableFuture<Boolean> pause(String id) {
    return ask(to -> to.pause(id));
  }

  @Override
  public CompletableFuture<Boolean> resume(String id) {
    return ask(to -> to.resume(id));
  }

  @Override
  public CompletableFuture<Boolean> cancel(String id) {
    return ask(to -> to.cancel(id));
  }

  @Override
  public CompletableFuture<Optional<Progress>> progress(String id) {
    return ask(to -> to.progress(id));
  }

  @Override
  public CompletableFuture<Optional<Report>> report(String id) {
    return ask(to -> to.report(id));
  }

  @Override
  public CompletableFuture<Boolean> got(String id, String person) {
    return ask(to -> to.got(id, person));
  }
}
