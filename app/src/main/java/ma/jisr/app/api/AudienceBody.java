package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.OptionalLong;
import ma.jisr.service.audience.Announcement;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.audience.Few;
import ma.jisr.service.audience.Filled;
import ma.jisr.service.audience.Group;
import ma.jisr.service.audience.RelayPost;

/** Groups, relays and counts as JSON; nothing in it points to anybody. */
final class AudienceBody {
  private AudienceBody() {}

  /** How many people there are; not of 1 to 4, which {@code few} says. */
  static ObjectNode people(ObjectNode node, long size) {
    OptionalLong told = Few.told(size);
    told.ifPresent(people -> node.put("people", people));
    return node.put("few", told.isEmpty());
  }

  static ObjectNode group(Group group) {
    ObjectNode node = Forms.object().put("id", group.id()).put("name", group.name());
    if (!group.area().isEmpty()) node.put("area", group.area());
    node.put("shops", group.isOfShops());
    if (!group.isOfShops()) node.put("made", at(group.made())).put("by", group.by());
    return node;
  }

  static ObjectNode relay(RelayPost post) {
    ObjectNode node = Forms.object().put("id", post.id()).put("kind", post.kind().word());
    node.put("place", post.place());
    if (!post.name().isEmpty()) node.put("name", post.name());
    return node.put("since", at(post.since())).put("by", post.by());
  }

  static ObjectNode told(Announcements.Told told) {
    Announcement asked = told.announcement();
    ObjectNode node = Forms.object().put("place", asked.place()).put("asked", at(asked.asked()));
    if (asked.announced() > 0) node.put("announced", at(asked.announced()));
    told.relay().ifPresent(post -> node.set("relay", relay(post)));
    return node;
  }

  static ObjectNode filled(Filled filled) {
    ObjectNode node = Forms.object().put("taken", filled.taken());
    ArrayNode refusals = node.putArray("refusals");
    for (Filled.Refusal one : filled.refusals())
      refusals.addObject().put("line", one.line()).put("what", one.what());
    return node;
  }

  private static String at(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
