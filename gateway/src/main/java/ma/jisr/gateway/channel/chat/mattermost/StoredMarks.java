package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.http.message.provider.Json;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/** Marks in the store, a document a link. One that is some seconds old costs double work only. */
public record StoredMarks(Store store) implements Mark.Keeper {
  private static final String COLLECTION = "chat_marks";
  private static final String AT = "at";
  private static final String BEYOND = "beyond";

  /** To be declared when the store is opened. */
  public static CollectionSpec spec() {
    return new CollectionSpec(COLLECTION, Area.LIVE, List.of());
  }

  @Override
  public CompletableFuture<Optional<Mark>> read(String link) {
    return store.get(COLLECTION, link).thenApply(found -> found.map(StoredMarks::mark));
  }

  private static Mark mark(Document document) {
    JsonNode body = Json.read(document.json());
    List<String> beyond = new ArrayList<>();
    body.path(BEYOND).forEach(id -> beyond.add(id.asText()));
    return new Mark(body.path(AT).asLong(), beyond);
  }

  @Override
  public CompletableFuture<Void> write(String link, Mark mark) {
    return store.merge(
        COLLECTION, link, Map.of(AT, mark.at(), BEYOND, mark.beyond()), Priority.BACKGROUND);
  }
}
