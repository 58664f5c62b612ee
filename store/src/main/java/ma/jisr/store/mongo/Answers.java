package ma.jisr.store.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Collects what a publisher of the driver sends; every query is limited, so that it fits. */
final class Answers<T> implements Subscriber<T> {
  private final CompletableFuture<List<T>> answer = new CompletableFuture<>();
  private final List<T> items = new ArrayList<>();

  private Answers() {}

  static <T> CompletableFuture<List<T>> of(Publisher<T> publisher) {
    Answers<T> answers = new Answers<>();
    try {
      publisher.subscribe(answers);
    } catch (RuntimeException e) {
      answers.answer.completeExceptionally(e);
    }
    return answers.answer;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T item) {
    items.add(item);
  }

  @Override
  public void onError(Throwable error) {
    answer.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    answer.complete(List.copyOf(items));
  }
}
