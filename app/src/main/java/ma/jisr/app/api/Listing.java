package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import org.jspecify.annotations.Nullable;

/** One page of the things that the caller may read, as they are stored. */
final class Listing<T> {
  private static final int USUAL = 100;

  /** Documents read at once while a page is not full. */
  private static final int STEP = 500;

  /** Steps of one answer: what a territory holds may lie far apart. */
  private static final int MOST_STEPS = 8;

  private final Call call;
  private final Source<T> source;
  private final Predicate<T> wanted;
  private final Function<T, String> id;
  private final int limit;
  private final List<T> found = new ArrayList<>();

  /** Where they are read, in the order of their ids. */
  @FunctionalInterface
  interface Source<T> {
    CompletableFuture<Page<T>> page(String after, int limit);
  }

  /**
   * @param next behind which to go on; null when these were the last
   */
  record Page<T>(List<T> things, @Nullable String next) {
    Page {
      things = List.copyOf(things);
    }
  }

  Listing(Call call, Source<T> source, Predicate<T> wanted, Function<T, String> id) {
    this.call = call;
    this.source = source;
    this.wanted = wanted;
    this.id = id;
    this.limit = call.whole("limit", USUAL);
  }

  /**
   * @param form the body that these make
   */
  CompletableFuture<Answer> answer(Function<List<T>, ObjectNode> form) {
    return read(call.page().orElse(""), 1)
        .thenApply(
            next -> {
              ObjectNode body = form.apply(found);
              if (!next.isEmpty()) body.put("next", call.next(next));
              return Answer.text(call.accepted(), body.toString());
            });
  }

  /** Gives behind which id the next page begins; "" when there is none. */
  private CompletableFuture<String> read(String after, int step) {
    return source
        .page(after, STEP)
        .thenCompose(
            page -> {
              for (T thing : page.things()) {
                if (!wanted.test(thing)) continue;
                if (found.size() == limit)
                  return CompletableFuture.completedFuture(id.apply(found.getLast()));
                found.add(thing);
              }
              String next = page.next();
              if (next == null || step == MOST_STEPS)
                return CompletableFuture.completedFuture(next == null ? "" : next);
              return read(next, step + 1);
            });
  }
}
