package ma.jisr.store.mongo;

import java.util.concurrent.CompletableFuture;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import org.bson.BsonDocument;

/**
 * One queued insert (version 0) or replacement, with its own answer.
 *
 * @param body the document's body, read on the caller's thread so that a wrong one is refused alone
 */
record Item(Document document, BsonDocument body, CompletableFuture<Outcome> answer) {
  static Item of(Document document) {
    return new Item(document, Bodies.bson(document.json()), new CompletableFuture<>());
  }

  boolean insert() {
    return document.version() == 0;
  }

  int weight() {
    return document.json().length();
  }

  void complete(Outcome outcome) {
    answer.complete(outcome);
  }
}
