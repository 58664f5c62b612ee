package ma.jisr.flow.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jisr.base.LocalText;

/**
 * What a step accepted or an operation answered. Stored in the person's document, so each kind has
 * a stable name.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Value.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Value.Local.class, name = "local"),
  @JsonSubTypes.Type(value = Value.Whole.class, name = "whole"),
  @JsonSubTypes.Type(value = Value.Amount.class, name = "amount"),
  @JsonSubTypes.Type(value = Value.Flag.class, name = "flag"),
  @JsonSubTypes.Type(value = Value.Phone.class, name = "phone"),
  @JsonSubTypes.Type(value = Value.Moment.class, name = "moment"),
  @JsonSubTypes.Type(value = Value.Distance.class, name = "distance"),
  @JsonSubTypes.Type(value = Value.Item.class, name = "item"),
  @JsonSubTypes.Type(value = Value.Items.class, name = "items"),
})
public sealed interface Value {
  /** Words that read the same in all languages. */
  record Text(String text) implements Value {}

  /** Words in several languages. */
  record Local(LocalText text) implements Value {}

  /** A count or a code's number. */
  record Whole(long number) implements Value {}

  /** Money in centimes of the dirham. */
  record Amount(long centimes) implements Value {}

  record Flag(boolean flag) implements Value {}

  /** A phone number, E.164 digits without the plus. Personal data. */
  record Phone(String digits) implements Value {}

  /** An instant, shown on the clock of the zone. */
  record Moment(Instant instant, String zone) implements Value {}

  /**
   * A distance in metres; {@code exact} only between two exact points, else it is shown as "~10
   * km".
   */
  record Distance(long metres, boolean exact) implements Value {}

  /** One thing that can be chosen: a place, a shop, a hotspot, an option of a menu. */
  record Item(String id, LocalText label, Map<String, Value> fields) implements Value {
    public Item {
      fields = Map.copyOf(fields);
    }

    public static Item of(String id, LocalText label) {
      return new Item(id, label, Map.of());
    }
  }

  /** Things to choose from, best first. */
  record Items(List<Item> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }
}
