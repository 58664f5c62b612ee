package ma.jisr.service.notices.mailing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.audience.Subscriber;
import ma.jisr.service.audience.Subscribers;

/** Those whom mailings may reach, as mailings see them: lists of ids, and who is behind an id. */
public interface Audience {
  /** People of a list, ascending by id, behind one; empty behind the last. */
  CompletableFuture<List<String>> page(String list, String after, int most);

  /** Those of them who are subscribers now, by id; at most {@link Chunk#MOST}. */
  CompletableFuture<Map<String, Subscriber>> of(Collection<String> people);

  /** How many stand in a list, about. */
  CompletableFuture<Long> count(String list);

  /** The real ones. */
  static Audience of(Subscribers subscribers) {
    return new Audience() {
      @Override
      public CompletableFuture<List<String>> page(String list, String after, int most) {
        return subscribers.page(list, after, most);
      }

      @Override
      public CompletableFuture<Map<String, Subscriber>> of(Collection<String> people) {
        return subscribers.of(people);
      }

      @Override
      public CompletableFuture<Long> count(String list) {
        return subscribers.count(list);
      }
    };
  }
}
