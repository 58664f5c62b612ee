package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.Via;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.person.Wishes;
import ma.jisr.flow.render.Rendered;

/** Writes conversations and dialogues, as the mapper of {@link Json} would. */
final class ConversationWriter {
  private ConversationWriter() {}

  static void write(JsonGenerator out, Conversation c) throws IOException {
    out.writeStartObject();
    Field.ID.text(out, c.id());
    Field.REPLY.to(out);
    write(out, c.reply());
    Field.ASSURANCE.constant(out, c.assurance());
    Field.FRAME.to(out);
    write(out, c.frame());
    if (!c.callers().isEmpty()) {
      Field.CALLERS.array(out);
      for (Conversation.Frame caller : c.callers()) write(out, caller);
      out.writeEndArray();
    }
    if (!c.visits().isEmpty()) {
      Field.VISITS.object(out);
      for (Map.Entry<String, Integer> visit : c.visits().entrySet()) {
        out.writeFieldName(visit.getKey());
        out.writeNumber(visit.getValue());
      }
      out.writeEndObject();
    }
    Field.TRIES.number(out, c.tries());
    Field.STATE.constant(out, c.state());
    Field.CANCELLED.flag(out, c.cancelled());
    Field.TOUCHED.instant(out, c.touched());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Conversation.Frame frame) throws IOException {
    out.writeStartObject();
    Field.FLOW.text(out, frame.flow());
    Field.HASH.text(out, frame.hash());
    Field.STEP.text(out, frame.step());
    Field.ASKED.text(out, frame.asked());
    ValueWriter.write(out, Field.VALUES, frame.values());
    Field.NEWEST.text(out, frame.newest());
    if (!frame.path().isEmpty()) {
      Field.PATH.array(out);
      for (String step : frame.path()) out.writeString(step);
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  static void write(JsonGenerator out, Reply reply) throws IOException {
    out.writeStartObject();
    Field.KIND.constant(out, reply.kind());
    Field.LINK.text(out, reply.link());
    Field.CODE.text(out, reply.code());
    out.writeEndObject();
  }

  static void write(JsonGenerator out, Dialogue d) throws IOException {
    out.writeStartObject();
    Field.VIA.to(out);
    write(out, d.via());
    Field.BEGUN.instant(out, d.begun());
    Field.DIALLED.text(out, d.dialled());
    Field.CONVERSATION.text(out, d.conversation());
    Field.VIEW.constant(out, d.view());
    said(out, d.said());
    Field.PAGE.number(out, d.page());
    keys(out, d.keys());
    Field.AWAITING.flag(out, d.awaiting());
    Wishes wishes = d.wishes();
    if (wishes != null) write(out, wishes);
    Field.STAMP.text(out, d.stamp());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Wishes wishes) throws IOException {
    Field.WISHES.object(out);
    if (!wishes.offered().isEmpty()) {
      Field.OFFERED.array(out);
      for (Wishes.Wish wish : wishes.offered()) {
        out.writeStartObject();
        Field.FLOW.text(out, wish.flow());
        if (!wish.ahead().isEmpty()) {
          Field.AHEAD.object(out);
          for (Map.Entry<String, String> answer : wish.ahead().entrySet())
            out.writeStringField(answer.getKey(), answer.getValue());
          out.writeEndObject();
        }
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    Field.MASKED.text(out, wishes.masked());
    Language written = wishes.written();
    if (written != null) Field.WRITTEN.text(out, written.tag());
    Field.GUESS.text(out, wishes.guess());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Via via) throws IOException {
    out.writeStartObject();
    Field.KIND.constant(out, via.kind());
    Field.LINK.text(out, via.link());
    Field.CODE.text(out, via.code());
    Field.DIALOGUE.text(out, via.dialogue());
    Field.SURFACE.object(out);
    Field.SEPTETS.number(out, via.surface().septets());
    Field.UNITS.number(out, via.surface().units());
    out.writeEndObject();
    Field.ASSURANCE.constant(out, via.assurance());
    Long price = via.price();
    if (price != null) Field.PRICE.number(out, price);
    out.writeEndObject();
  }

  private static void said(JsonGenerator out, List<Dialogue.Said> texts) throws IOException {
    if (texts.isEmpty()) return;
    Field.SAID.array(out);
    for (Dialogue.Said text : texts) {
      out.writeStartObject();
      Field.FLOW.text(out, text.flow());
      Field.MESSAGE.text(out, text.message());
      ValueWriter.write(out, Field.VALUES, text.values());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void keys(JsonGenerator out, List<Rendered.Key> keys) throws IOException {
    if (keys.isEmpty()) return;
    Field.KEYS.array(out);
    for (Rendered.Key key : keys) {
      out.writeStartObject();
      Field.DIGITS.text(out, key.digits());
      Field.OPTION.text(out, key.option());
      Field.LABEL.text(out, key.label());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
