package ma.jisr.map.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/** Some documents to be changed in a batch, and what readers see of them. */
final class Papers {
  static final CollectionSpec SPEC =
      new CollectionSpec("papers", CollectionSpec.Area.LIVE, List.of());

  static final Actor SAID = new Actor("said", Role.OPERATOR, Territory.EVERYWHERE);

  private Papers() {}

  static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(Batches.SPECS);
    specs.add(SPEC);
    return specs;
  }

  static void insert(Store store, String id, String text) {
    store
        .insert(SPEC.name(), List.of(new Document(id, 0, "first", body(text))), Priority.TURN)
        .join();
  }

  /** Somebody's edit, which keeps what it does not know. */
  static void edit(Store store, String id, String text) {
    Document stored = store.get(SPEC.name(), id).join().orElseThrow();
    String json = stored.json().replaceFirst("\"text\":\"[^\"]*\"", "\"text\":\"" + text + '"');
    store
        .replaceIf(SPEC.name(), new Document(id, stored.version() + 1, "edit", json), Priority.TURN)
        .join();
  }

  static Change changed(Store store, String id, String text) {
    Document stored = store.get(SPEC.name(), id).join().orElseThrow();
    return new Change(id, stored.version(), stored.json(), body(text), List.of("here"));
  }

  static Change made(String id, String text) {
    return Change.made(id, body(text), List.of("here"));
  }

  static String body(String text) {
    return "{\"text\":\"" + text + "\",\"number\":31.620000000000001}";
  }

  /** The text of each paper, as readers see it. */
  static Map<String, String> seen(Store store) {
    return texts(new BatchView(store).read(SPEC.name()));
  }

  private static Map<String, String> texts(Map<String, Document> documents) {
    Map<String, String> texts = new TreeMap<>();
    documents.forEach(
        (id, d) -> texts.put(id, d.json().replaceAll(".*\"text\":\"([^\"]*)\".*", "$1")));
    return texts;
  }
}
