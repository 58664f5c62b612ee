package ma.jisr.service.notices.mailing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ma.jisr.service.outbox.RecordJson;

/**
 * Up to {@link #MOST} recipients of a mailing, ascending by id. Laid down once and never changed,
 * but for who is erased: their place stays, empty.
 *
 * @param number from 0
 * @param people ids; "" for who has been erased
 * @param lists in which they were found
 * @param from of which list each of them comes: its place in {@code lists}
 */
record Chunk(int number, List<String> people, List<String> lists, List<Integer> from) {
  /** Recipients of one: their states are one small document, and a crash concerns few of them. */
  static final int MOST = 500;

  private static final int DIGITS = 6;

  Chunk {
    people = List.copyOf(people);
    lists = List.copyOf(lists);
    from = List.copyOf(from);
  }

  /** Of people found in lists. */
  static Chunk of(int number, List<Found> found) {
    List<String> lists = found.stream().map(Found::list).distinct().toList();
    return new Chunk(
        number,
        found.stream().map(Found::person).toList(),
        lists,
        found.stream().map(one -> lists.indexOf(one.list())).toList());
  }

  /** The id of its documents. */
  static String id(String mailing, int number) {
    String digits = Integer.toString(number);
    return mailing + ':' + "0".repeat(DIGITS - digits.length()) + digits;
  }

  /** The id of one recipient's parcel. */
  static String parcel(String mailing, int number, int index) {
    return mailing + '-' + number + '-' + index;
  }

  String list(int index) {
    return lists.get(from.get(index));
  }

  /** Where somebody stands; below 0 when they do not. */
  int place(String person) {
    return people.indexOf(person);
  }

  /** The greatest id in it; "" when all have been erased. */
  String last() {
    return people.isEmpty() ? "" : Collections.max(people);
  }

  Chunk without(String person) {
    List<String> left = new ArrayList<>(people);
    left.replaceAll(one -> one.equals(person) ? "" : one);
    return new Chunk(number, left, lists, from);
  }

  /**
   * @param onto the body that it replaces, or one with what never changes; changed by this
   */
  String json(ObjectNode onto) {
    onto.put("schema", 1).put("number", number);
    ArrayNode all = onto.putArray("people");
    people.forEach(all::add);
    ArrayNode names = onto.putArray("lists");
    lists.forEach(names::add);
    ArrayNode places = onto.putArray("from");
    from.forEach(places::add);
    return onto.toString();
  }

  static Chunk read(String json) {
    ObjectNode body = RecordJson.parse(json);
    List<String> people = new ArrayList<>();
    for (JsonNode one : body.path("people")) people.add(one.asText());
    List<String> lists = new ArrayList<>();
    for (JsonNode one : body.path("lists")) lists.add(one.asText());
    List<Integer> from = new ArrayList<>();
    for (JsonNode one : body.path("from")) from.add(one.asInt());
    return new Chunk(body.path("number").asInt(), people, lists, from);
  }
}
