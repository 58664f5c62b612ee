package ma.jisr.service.notices.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The strands that an aim is made of. */
final class Strands {
  private Strands() {}

  static List<Strand> of(Aim aim, Audience audience, Chunks chunks) {
    List<Strand> all = new ArrayList<>();
    switch (aim) {
      case Aim.Lists lists -> {
        // Who is in any list is in the list of all.
        if (lists.lists().contains(Aim.ALL)) all.add(list(Aim.ALL, audience));
        else for (String list : lists.lists()) all.add(list(list, audience));
      }
      case Aim.SameAs same -> {
        for (String mailing : same.mailings()) all.add(new Receivers(mailing, chunks));
      }
    }
    return all;
  }

  private static Strand list(String list, Audience audience) {
    return (after, most) ->
        audience
            .page(list, after, most)
            .thenApply(people -> people.stream().map(one -> new Found(one, list)).toList());
  }

  /** Those who got a mailing, or may have: chunk by chunk, which are ascending themselves. */
  private static final class Receivers implements Strand {
    private final String mailing;
    private final Chunks chunks;
    private int next;

    Receivers(String mailing, Chunks chunks) {
      this.mailing = mailing;
      this.chunks = chunks;
    }

    @Override
    public CompletableFuture<List<Found>> page(String after, int most) {
      return chunks
          .get(mailing, next)
          .thenCombine(
              chunks.sheet(mailing, next),
              (chunk, sheet) -> {
                if (chunk.isEmpty() || sheet.isEmpty()) return new Page(true, List.<Found>of());
                return new Page(false, got(chunk.get(), sheet.get(), after));
              })
          .thenCompose(
              page -> {
                if (page.end()) return CompletableFuture.completedFuture(List.of());
                next++;
                return page.found().isEmpty()
                    ? page(after, most)
                    : CompletableFuture.completedFuture(page.found());
              });
    }

    private record Page(boolean end, List<Found> found) {}

    private static List<Found> got(Chunk chunk, Sheet sheet, String after) {
      List<Found> found = new ArrayList<>();
      for (int i = 0; i < sheet.size(); i++) {
        String person = chunk.people().get(i);
        if (sheet.status(i).got() && person.compareTo(after) > 0)
          found.add(new Found(person, chunk.list(i)));
      }
      return found;
    }
  }
}
