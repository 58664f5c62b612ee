package ma.jisr.store.mongo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import ma.jisr.store.Catalog;
import ma.jisr.store.Document;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Bodies as JSON text and as BSON. Not extended JSON: text of a person that looks like {@code
 * {"$date": …}} must never become a date. Integers are 64 bits wide, whatever their size.
 */
final class Bodies {
  private static final JsonFactory JSON = new JsonFactory();

  private Bodies() {}

  /** A whole body. */
  static BsonDocument bson(String json) {
    if (value(json) instanceof BsonDocument body) return body;
    throw invalid("a body is not a JSON object");
  }

  /** Any JSON text. */
  static BsonValue value(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      BsonValue value = read(parser, parser.nextToken());
      if (parser.nextToken() != null) throw invalid("text follows the JSON value");
      return value;
    } catch (IOException e) {
      throw invalid("a body is not JSON, or a number of it is out of range");
    }
  }

  private static BsonValue read(JsonParser in, @org.jspecify.annotations.Nullable JsonToken token)
      throws IOException {
    return switch (token) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> {
        BsonArray array = new BsonArray();
        for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken())
          array.add(read(in, t));
        yield array;
      }
      case VALUE_STRING -> new BsonString(text(in.getText()));
      case VALUE_NUMBER_INT -> new BsonInt64(in.getLongValue());
      case VALUE_NUMBER_FLOAT -> {
        double number = in.getDoubleValue();
        if (Double.isInfinite(number)) throw invalid("a number is out of range");
        yield new BsonDouble(number);
      }
      case VALUE_TRUE, VALUE_FALSE -> BsonBoolean.valueOf(in.getBooleanValue());
      case VALUE_NULL -> BsonNull.VALUE;
      case null, default -> throw invalid("a body is not JSON");
    };
  }

  private static BsonDocument object(JsonParser in) throws IOException {
    BsonDocument object = new BsonDocument();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      if (name.startsWith("$") || name.indexOf('.') >= 0)
        throw invalid("a field name starts with $ or contains a dot");
      object.put(text(name), read(in, in.nextToken()));
    }
    return object;
  }

  private static String text(String text) {
    Catalog.checkText("a text", text, Document.MAX_BYTES);
    return text;
  }

  static String json(BsonDocument body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(out, body);
    } catch (IOException e) {
      throw new StoreException(Kind.DAMAGED, "a stored body cannot be written as JSON", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, BsonValue value) throws IOException {
    switch (value.getBsonType()) {
      case DOCUMENT -> {
        out.writeStartObject();
        for (var field : value.asDocument().entrySet()) {
          out.writeFieldName(field.getKey());
          write(out, field.getValue());
        }
        out.writeEndObject();
      }
      case ARRAY -> {
        out.writeStartArray();
        for (BsonValue item : value.asArray()) write(out, item);
        out.writeEndArray();
      }
      case STRING -> out.writeString(value.asString().getValue());
      case INT64 -> out.writeNumber(value.asInt64().getValue());
      case INT32 -> out.writeNumber(value.asInt32().getValue());
      case DOUBLE -> out.writeNumber(value.asDouble().getValue());
      case BOOLEAN -> out.writeBoolean(value.asBoolean().getValue());
      case NULL -> out.writeNull();
      default ->
          throw new StoreException(
              Kind.DAMAGED, "a stored body has a value of BSON type " + value.getBsonType());
    }
  }

  private static StoreException invalid(String message) {
    return new StoreException(Kind.INVALID, message);
  }
}
