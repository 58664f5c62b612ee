package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Address;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.flow.Button;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.person.Timer;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.limit.Spent;
import ma.jisr.gateway.log.LogRow;

/**
 * Writes what is sealed of a person, byte for byte as the mapper of {@link Json} would: every turn
 * writes one, and by reflection that was a fifth of the turn (decision 0185). Reading stays the
 * mapper's. A field that is added to a record is added here; a test compares the two.
 */
final class PersonWriter {
  private PersonWriter() {}

  static void write(JsonGenerator out, PersonDocument document) throws IOException {
    out.writeStartObject();
    Field.PERSON.to(out);
    write(out, document.person());
    if (!document.addresses().isEmpty()) {
      Field.ADDRESSES.array(out);
      for (Address address : document.addresses()) write(out, address);
      out.writeEndArray();
    }
    texts(out, Field.INPUTS, document.inputs().list());
    if (!document.outbox().isEmpty()) {
      Field.OUTBOX.array(out);
      for (OutboxEntry entry : document.outbox()) write(out, entry);
      out.writeEndArray();
    }
    if (!document.log().isEmpty()) {
      Field.LOG.array(out);
      for (LogRow row : document.log()) out.writeString(row.line());
      out.writeEndArray();
    }
    // Documents of before it was counted have none.
    if (!document.spent().equals(Spent.NOTHING)) {
      Field.SPENT.object(out);
      Field.HOUR.number(out, document.spent().hour());
      Field.SEGMENTS.number(out, document.spent().segments());
      out.writeEndObject();
    }
    Field.WRITER.text(out, document.writer());
    if (!document.chats().isEmpty()) {
      Field.CHATS.object(out);
      for (Map.Entry<String, Long> chat : document.chats().entrySet())
        out.writeNumberField(chat.getKey(), chat.getValue());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Person person) throws IOException {
    out.writeStartObject();
    Field.ID.text(out, person.id());
    Field.PROFILE.to(out);
    write(out, person.profile());
    if (!person.dialogues().isEmpty()) {
      Field.DIALOGUES.array(out);
      for (Dialogue dialogue : person.dialogues()) ConversationWriter.write(out, dialogue);
      out.writeEndArray();
    }
    if (!person.conversations().isEmpty()) {
      Field.CONVERSATIONS.array(out);
      for (Conversation one : person.conversations()) ConversationWriter.write(out, one);
      out.writeEndArray();
    }
    if (!person.calls().isEmpty()) {
      Field.CALLS.array(out);
      for (PendingCall call : person.calls()) write(out, call);
      out.writeEndArray();
    }
    timers(out, person.timers());
    if (!person.replies().isEmpty()) {
      Field.REPLIES.array(out);
      for (Reply reply : person.replies()) ConversationWriter.write(out, reply);
      out.writeEndArray();
    }
    if (!person.events().isEmpty()) {
      Field.EVENTS.array(out);
      for (Event event : person.events()) write(out, event);
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Profile profile) throws IOException {
    out.writeStartObject();
    Language language = profile.language();
    if (language != null) Field.LANGUAGE.text(out, language.tag());
    if (!profile.scripts().isEmpty()) {
      Field.SCRIPTS.array(out);
      for (Script script : profile.scripts()) out.writeString(script.name());
      out.writeEndArray();
    }
    Value.Item home = profile.home();
    if (home != null) {
      Field.HOME.to(out);
      ValueWriter.write(out, home);
    }
    ValueWriter.write(out, Field.LAST_PLACES, profile.lastPlaces());
    texts(out, Field.PRICED_CODES, profile.pricedCodes());
    Field.STOPPED.flag(out, profile.stopped());
    if (profile.offered()) Field.OFFERED.flag(out, profile.offered());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, PendingCall call) throws IOException {
    out.writeStartObject();
    Field.ID.text(out, call.id());
    Field.CONVERSATION.text(out, call.conversation());
    Field.STEP.text(out, call.step());
    Field.REQUEST.object(out);
    OperationRequest request = call.request();
    Field.OPERATION.text(out, request.operation());
    Field.KEY.text(out, request.key());
    Field.PERSON.text(out, request.person());
    Field.LANGUAGE.text(out, request.language().tag());
    Field.ASSURANCE.constant(out, request.assurance());
    ValueWriter.write(out, Field.ARGUMENTS, request.arguments());
    out.writeEndObject();
    Field.QUERY.flag(out, call.query());
    Field.RETRY_AT.instant(out, call.retryAt());
    Field.TRIES.number(out, call.tries());
    out.writeEndObject();
  }

  private static void timers(JsonGenerator out, List<Timer> timers) throws IOException {
    if (timers.isEmpty()) return;
    Field.TIMERS.array(out);
    for (Timer timer : timers) {
      out.writeStartObject();
      Field.ID.text(out, timer.id());
      Field.AT.instant(out, timer.at());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, Event event) throws IOException {
    out.writeStartObject();
    Field.NAME.text(out, event.name());
    Field.OF.text(out, event.of());
    ValueWriter.write(out, Field.VALUES, event.values());
    Field.EXPIRES.instant(out, event.expires());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Address address) throws IOException {
    out.writeStartObject();
    Field.SCHEME.text(out, address.scheme());
    Field.VALUE.text(out, address.value());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, OutboxEntry entry) throws IOException {
    out.writeStartObject();
    Field.ID.text(out, entry.id());
    Field.KIND.constant(out, entry.kind());
    Field.LINK.text(out, entry.link());
    Field.CODE.text(out, entry.code());
    Field.SCHEME.text(out, entry.scheme());
    Field.DIALOGUE.text(out, entry.dialogue());
    Field.TEXT.text(out, entry.text());
    Field.CAUSE.text(out, entry.cause());
    Field.MADE.instant(out, entry.made());
    Field.UNTIL.instant(out, entry.until());
    Field.NEXT.instant(out, entry.next());
    Field.TRIES.number(out, entry.tries());
    Field.DOUBTED.flag(out, entry.doubted());
    Field.URGENCY.constant(out, entry.urgency());
    Field.TAKEN.number(out, entry.taken());
    if (!entry.buttons().isEmpty()) buttons(out, entry.buttons());
    out.writeEndObject();
  }

  private static void buttons(JsonGenerator out, List<Button> buttons) throws IOException {
    Field.BUTTONS.array(out);
    for (Button button : buttons) {
      out.writeStartObject();
      Field.DIGITS.text(out, button.digits());
      Field.LABEL.text(out, button.label());
      Field.STAMP.text(out, button.stamp());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void texts(JsonGenerator out, Field name, Collection<String> texts)
      throws IOException {
    if (texts.isEmpty()) return;
    name.array(out);
    for (String text : texts) out.writeString(text);
    out.writeEndArray();
  }
}
