package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.value.Value;

/** Writes the values that conversations hold, as the mapper of {@link Json} would. */
final class ValueWriter {
  private ValueWriter() {}

  /** Values by name; nothing when there are none. */
  static void write(JsonGenerator out, Field name, Map<String, Value> values) throws IOException {
    if (values.isEmpty()) return;
    name.object(out);
    for (Map.Entry<String, Value> value : values.entrySet()) {
      out.writeFieldName(value.getKey());
      write(out, value.getValue());
    }
    out.writeEndObject();
  }

  /** Items in their order; nothing when there are none. */
  static void write(JsonGenerator out, Field name, List<Value.Item> items) throws IOException {
    if (items.isEmpty()) return;
    name.array(out);
    for (Value.Item item : items) write(out, item);
    out.writeEndArray();
  }

  static void write(JsonGenerator out, Value value) throws IOException {
    out.writeStartObject();
    switch (value) {
      case Value.Text(String text) -> {
        Field.IS.text(out, "text");
        Field.TEXT.text(out, text);
      }
      case Value.Local(LocalText text) -> {
        Field.IS.text(out, "local");
        write(out, Field.TEXT, text);
      }
      case Value.Whole(long number) -> {
        Field.IS.text(out, "whole");
        Field.NUMBER.number(out, number);
      }
      case Value.Amount(long centimes) -> {
        Field.IS.text(out, "amount");
        Field.CENTIMES.number(out, centimes);
      }
      case Value.Flag(boolean flag) -> {
        Field.IS.text(out, "flag");
        Field.FLAG.flag(out, flag);
      }
      case Value.Phone(String digits) -> {
        Field.IS.text(out, "phone");
        Field.DIGITS.text(out, digits);
      }
      case Value.Moment moment -> {
        Field.IS.text(out, "moment");
        Field.INSTANT.instant(out, moment.instant());
        Field.ZONE.text(out, moment.zone());
      }
      case Value.Distance(long metres, boolean exact) -> {
        Field.IS.text(out, "distance");
        Field.METRES.number(out, metres);
        Field.EXACT.flag(out, exact);
      }
      case Value.Item item -> {
        Field.IS.text(out, "item");
        Field.ID.text(out, item.id());
        write(out, Field.LABEL, item.label());
        write(out, Field.FIELDS, item.fields());
      }
      case Value.Items(List<Value.Item> items) -> {
        Field.IS.text(out, "items");
        write(out, Field.ITEMS, items);
      }
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Field name, LocalText text) throws IOException {
    name.object(out);
    Field.BY_LANGUAGE.object(out);
    for (Map.Entry<Language, String> one : text.byLanguage().entrySet()) {
      out.writeFieldName(one.getKey().tag());
      out.writeString(one.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
  }
}
