package ma.jisr.store.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Cursor;
import ma.jisr.store.Document;
import ma.jisr.store.Query;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Filters, sort orders and documents in BSON. */
final class Filters {
  private Filters() {}

  static String field(String name) {
    return "b." + name;
  }

  /** Equality fields first, then the sort field, then the id: as the index has them. */
  static BsonDocument order(IndexSpec index, boolean whole) {
    BsonDocument keys = new BsonDocument();
    if (whole) for (String name : index.equal()) keys.put(field(name), new BsonInt32(1));
    return keys.append(field(index.sort()), new BsonInt32(1)).append("_id", new BsonInt32(1));
  }

  /** What the query asks for, its cursor left out. */
  static BsonDocument of(IndexSpec index, Query query) {
    BsonDocument filter = new BsonDocument();
    for (Map.Entry<String, Object> equal : query.equal().entrySet())
      filter.put(field(equal.getKey()), value(equal.getValue()));
    return filter.append(field(index.sort()), range(query.from(), query.to()));
  }

  /** MongoDB compares within one type; without a bound the type says that there is a value. */
  private static BsonDocument range(@Nullable Object from, @Nullable Object to) {
    BsonDocument range = new BsonDocument();
    if (from != null) range.append("$gte", value(from));
    if (to != null) range.append("$lt", value(to));
    if (range.isEmpty())
      range.append(
          "$type", new BsonArray(List.of(new BsonString("number"), new BsonString("string"))));
    return range;
  }

  /**
   * The two searches behind a cursor, since {@code $or} would not go by the index: the rest of the
   * cursor's sort value, then what sorts behind it.
   */
  static List<BsonDocument> behind(IndexSpec index, Query query, Cursor cursor) {
    String sort = field(index.sort());
    BsonDocument ties =
        of(index, query)
            .append(sort, value(cursor.sort()))
            .append("_id", new BsonDocument("$gt", new BsonString(cursor.id())));
    List<BsonDocument> all = new ArrayList<>(List.of(ties));
    BsonDocument rest = of(index, query);
    BsonDocument range = rest.getDocument(sort);
    range.remove("$gte");
    range.remove("$type");
    range.append("$gt", value(cursor.sort()));
    all.add(rest);
    // Numbers sort before texts: behind the last number of an unbounded search come all texts.
    if (query.from() == null && query.to() == null && !(cursor.sort() instanceof String))
      all.add(of(index, query).append(sort, new BsonDocument("$gte", new BsonString(""))));
    return all;
  }

  static BsonValue value(Object value) {
    return switch (value) {
      case String text -> new BsonString(text);
      case Double number -> new BsonDouble(number);
      default -> new BsonInt64(((Number) value).longValue());
    };
  }

  /** The sort value of a found document. */
  static Object sort(BsonDocument found, IndexSpec index) {
    BsonValue value = found.getDocument("b").get(index.sort(), BsonNull.VALUE);
    if (value.isString()) return value.asString().getValue();
    return value.isDouble() ? (Object) value.asDouble().getValue() : value.asNumber().longValue();
  }

  static BsonDocument id(String id) {
    return new BsonDocument("_id", new BsonString(id));
  }

  static BsonDocument version(String id, long version) {
    return id(id).append("v", new BsonInt64(version));
  }

  static BsonDocument stored(Document document, BsonDocument body) {
    return version(document.id(), 0)
        .append("w", new BsonString(document.writeId()))
        .append("b", body)
        .append("t", new BsonInt64(0))
        .append("u", new BsonInt64(0));
  }

  static Document document(BsonDocument found) {
    return new Document(
        found.getString("_id").getValue(),
        found.getNumber("v").longValue(),
        found.getString("w").getValue(),
        Bodies.json(found.getDocument("b")));
  }
}
