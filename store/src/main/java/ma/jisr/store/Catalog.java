package ma.jisr.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.StoreException.Kind;

/**
 * The declared collections, and what every engine refuses before it touches anything: undeclared
 * names, bodies too large, text that cannot be kept. For engines; callers see the {@link
 * Kind#INVALID}.
 */
public final class Catalog {
  /** Most fields that one {@code merge} or {@code increment} may name. */
  public static final int MAX_FIELDS = 32;

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, CollectionSpec> specs = new LinkedHashMap<>();

  /** Those of day parts that have been named: one a day. */
  private final Map<String, CollectionSpec> parts = new ConcurrentHashMap<>();

  public Catalog(List<CollectionSpec> specs) {
    for (CollectionSpec spec : specs)
      if (this.specs.put(spec.name(), spec) != null)
        throw invalid("collection " + spec.name() + " is declared twice");
    for (CollectionSpec spec : specs)
      if (DayPart.parse(spec.name()).map(p -> this.specs.get(p.collection())).isPresent())
        throw invalid("collection " + spec.name() + " is named like a day's of another");
  }

  /** All of them, in the order of their declaration. */
  public List<CollectionSpec> specs() {
    return List.copyOf(specs.values());
  }

  /** What may be read and inserted into: a whole collection, or the part of a day. */
  public CollectionSpec collection(String name) {
    CollectionSpec spec = specs.get(name);
    if (spec == null) spec = parts.get(name);
    if (spec == null) spec = part(name);
    if (spec.daily()) throw invalid("collection " + name + " is daily: name its day");
    return spec;
  }

  private CollectionSpec part(String name) {
    CollectionSpec whole =
        DayPart.parse(name).map(part -> specs.get(part.collection())).orElse(null);
    if (whole == null || !whole.daily()) throw invalid("collection " + name + " is not declared");
    CollectionSpec part = new CollectionSpec(name, whole.area(), List.of());
    parts.put(name, part);
    return part;
  }

  /** What may be changed: a whole collection; the parts of days are only added to. */
  public CollectionSpec changeable(String name) {
    CollectionSpec spec = collection(name);
    if (!specs.containsKey(name)) throw invalid(name + " is a day's: it takes inserts only");
    return spec;
  }

  public CollectionSpec daily(String name) {
    CollectionSpec spec = specs.get(name);
    if (spec == null || !spec.daily()) throw invalid("no daily collection " + name);
    return spec;
  }

  /** The parts of this daily collection among the names, oldest first. */
  public List<DayPart> parts(String daily, Collection<String> names) {
    return names.stream()
        .map(DayPart::parse)
        .flatMap(Optional::stream)
        .filter(part -> part.collection().equals(daily))
        .sorted(Comparator.comparing(DayPart::day))
        .toList();
  }

  public IndexSpec index(String collection, String name) {
    for (IndexSpec index : collection(collection).indexes())
      if (index.name().equals(name)) return index;
    throw invalid("index " + name + " of collection " + collection + " is not declared");
  }

  /** The index of a query whose values fit it. */
  public IndexSpec index(String collection, Query query) {
    IndexSpec index = index(collection, query.index());
    if (!query.equal().keySet().equals(Set.copyOf(index.equal())))
      throw invalid(
          "index " + collection + "." + index.name() + " asks for exactly " + index.equal());
    for (Object value : query.equal().values()) checkKey(value);
    if (query.from() != null) checkKey(query.from());
    if (query.to() != null) checkKey(query.to());
    if (query.from() != null
        && query.to() != null
        && query.from().getClass() != query.to().getClass())
      throw invalid("from and to of a query are of two types");
    return index;
  }

  /** The index by which {@code deleteRange} may go: one without equality fields. */
  public IndexSpec retention(String collection, String name, Object before, int limit) {
    IndexSpec index = index(collection, name);
    if (!index.equal().isEmpty())
      throw invalid("deleteRange needs an index without equality fields, not " + name);
    checkKey(before);
    checkLimit(limit);
    return index;
  }

  public static void checkLimit(int limit) {
    if (limit < 1 || limit > Query.MAX_LIMIT)
      throw invalid("limit " + limit + " is not 1 to " + Query.MAX_LIMIT);
  }

  /** A search value is a Long or a storable String. */
  public static void checkKey(Object value) {
    if (value instanceof String text) checkText("a search value", text, Document.MAX_BYTES);
    else if (!(value instanceof Long)) throw invalid("a search value is neither String nor Long");
  }

  public static void checkId(String id) {
    if (id.isEmpty() || id.length() > Document.MAX_ID)
      throw invalid("an id has " + id.length() + " characters, not 1 to " + Document.MAX_ID);
    checkText("an id", id, Document.MAX_BYTES);
  }

  /**
   * The documents of one insert: at most {@link Query#MAX_LIMIT}, of version 0, of distinct ids.
   */
  public static void checkInsert(List<Document> documents) {
    if (documents.size() > Query.MAX_LIMIT)
      throw invalid(documents.size() + " documents in one insert, more than " + Query.MAX_LIMIT);
    Set<String> ids = new HashSet<>();
    for (Document document : documents) {
      checkDocument(document, 0);
      if (document.version() != 0) throw invalid("an inserted document's version is not 0");
      if (!ids.add(document.id())) throw invalid("an insert names the same id twice");
    }
  }

  /** The searches of one call: at most {@link Query#MAX_LIMIT}. */
  public static void checkQueries(List<Query> queries) {
    if (queries.size() > Query.MAX_LIMIT)
      throw invalid(queries.size() + " searches in one call, more than " + Query.MAX_LIMIT);
  }

  public static void checkIds(List<String> ids) {
    if (ids.size() > Query.MAX_LIMIT)
      throw invalid(ids.size() + " ids in one call, more than " + Query.MAX_LIMIT);
    for (String id : ids) checkId(id);
  }

  /** Everything but the body's syntax, which the engine checks as it writes. */
  public static void checkDocument(Document document, long leastVersion) {
    checkId(document.id());
    if (document.writeId().length() > Document.MAX_ID)
      throw invalid("a write id has more than " + Document.MAX_ID + " characters");
    checkText("a write id", document.writeId(), Document.MAX_BYTES);
    if (document.version() < leastVersion)
      throw invalid("version " + document.version() + " is below " + leastVersion);
    checkBody(document.json());
  }

  private static void checkBody(String json) {
    checkText("a body", json, Document.MAX_BYTES);
    int at = 0;
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) at++;
    if (at == json.length() || json.charAt(at) != '{') throw invalid("a body is not a JSON object");
    for (int i = json.indexOf("\\u0000"); i >= 0; i = json.indexOf("\\u0000", i + 1)) {
      int slashes = 0;
      while (json.charAt(i - 1 - slashes) == '\\') slashes++;
      if (slashes % 2 == 0) throw invalid("a body contains the character U+0000");
    }
  }

  /** The fields of a merge or an increment: top-level names without the engines' own signs. */
  public static void checkFields(Set<String> names) {
    if (names.isEmpty() || names.size() > MAX_FIELDS)
      throw invalid(names.size() + " fields in one call, not 1 to " + MAX_FIELDS);
    for (String name : names) {
      checkText("a field name", name, Document.MAX_ID);
      if (name.isEmpty() || name.startsWith("$"))
        throw invalid("a field name is empty or starts with $");
      for (int i = 0; i < name.length(); i++)
        if (name.charAt(i) < ' ' || ".\"\\".indexOf(name.charAt(i)) >= 0)
          throw invalid("a field name contains a dot, quote, backslash or control character");
    }
  }

  /** The fields of a merge as JSON texts: Strings, numbers, Booleans, Lists and Maps of them. */
  public static Map<String, String> fieldTexts(Map<String, Object> fields) {
    checkFields(fields.keySet());
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          try {
            String text = JSON.writeValueAsString(value);
            checkText("a field", text, Document.MAX_BYTES);
            texts.put(name, text);
          } catch (JsonProcessingException e) {
            throw invalid("a field of a merge cannot be written as JSON");
          }
        });
    return texts;
  }

  /** Refuses what UTF-8 or an engine would silently change: U+0000, half surrogates, too much. */
  public static void checkText(String what, String text, int maxBytes) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) throw invalid(what + " contains the character U+0000");
      if (c < 0x80) bytes++;
      else if (c < 0x800) bytes += 2;
      else if (!Character.isSurrogate(c)) bytes += 3;
      else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else throw invalid(what + " contains half a surrogate pair");
    }
    if (bytes > maxBytes) throw invalid(what + " has " + bytes + " bytes, more than " + maxBytes);
  }

  private static StoreException invalid(String message) {
    return new StoreException(Kind.INVALID, message);
  }
}
