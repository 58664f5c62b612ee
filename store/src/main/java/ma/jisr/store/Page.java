package ma.jisr.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a search.
 *
 * @param documents in the order asked for
 * @param next the cursor for the rest; null when there is none
 */
public record Page(List<Document> documents, @Nullable String next) {
  public Page {
    documents = List.copyOf(documents);
  }
}
