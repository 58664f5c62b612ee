package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of fields in stored persons, encoded once. What is null is left out, texts are always
 * written: as the mapper of {@link Json} does it.
 */
enum Field {
  ADDRESSES,
  AHEAD,
  ARGUMENTS,
  ASKED,
  ASSURANCE,
  AT,
  AWAITING,
  BEGUN,
  BUTTONS,
  BY_LANGUAGE,
  CALLERS,
  CALLS,
  CANCELLED,
  CAUSE,
  CENTIMES,
  CHATS,
  CODE,
  CONVERSATION,
  CONVERSATIONS,
  DIALLED,
  DIALOGUE,
  DIALOGUES,
  DIGITS,
  DOUBTED,
  EVENTS,
  EXACT,
  EXPIRES,
  FIELDS,
  FLAG,
  FLOW,
  FRAME,
  GUESS,
  HASH,
  HOME,
  HOUR,
  ID,
  INPUTS,
  INSTANT,
  IS,
  ITEMS,
  KEY,
  KEYS,
  KIND,
  LABEL,
  LANGUAGE,
  LAST_PLACES,
  LINK,
  LOG,
  MADE,
  MASKED,
  MESSAGE,
  METRES,
  NAME,
  NEWEST,
  NEXT,
  NUMBER,
  OF,
  OFFERED,
  OPERATION,
  OPTION,
  OUTBOX,
  PAGE,
  PATH,
  PERSON,
  PRICE,
  PRICED_CODES,
  PROFILE,
  QUERY,
  REPLIES,
  REPLY,
  REQUEST,
  RETRY_AT,
  SAID,
  SCHEME,
  SCRIPTS,
  SEGMENTS,
  SEPTETS,
  SPENT,
  STAMP,
  STATE,
  STEP,
  STOPPED,
  SURFACE,
  TAKEN,
  TEXT,
  TIMERS,
  TOUCHED,
  TRIES,
  UNITS,
  UNTIL,
  URGENCY,
  VALUE,
  VALUES,
  VIA,
  VIEW,
  VISITS,
  WISHES,
  WRITER,
  WRITTEN,
  ZONE;

  @SuppressWarnings("ImmutableEnumChecker") // Jackson does not say that a SerializedString is one
  private final SerializedString encoded = new SerializedString(camel(name()));

  private static String camel(String constant) {
    StringBuilder camel = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1))
      camel
          .append(camel.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
          .append(word, 1, word.length());
    return camel.toString();
  }

  void to(JsonGenerator out) throws IOException {
    out.writeFieldName(encoded);
  }

  void text(JsonGenerator out, @Nullable String text) throws IOException {
    if (text == null) return;
    out.writeFieldName(encoded);
    out.writeString(text);
  }

  void number(JsonGenerator out, long number) throws IOException {
    out.writeFieldName(encoded);
    out.writeNumber(number);
  }

  void flag(JsonGenerator out, boolean flag) throws IOException {
    out.writeFieldName(encoded);
    out.writeBoolean(flag);
  }

  void instant(JsonGenerator out, Instant instant) throws IOException {
    number(out, instant.toEpochMilli());
  }

  void constant(JsonGenerator out, Enum<?> constant) throws IOException {
    out.writeFieldName(encoded);
    out.writeString(constant.name());
  }

  void object(JsonGenerator out) throws IOException {
    out.writeFieldName(encoded);
    out.writeStartObject();
  }

  void array(JsonGenerator out) throws IOException {
    out.writeFieldName(encoded);
    out.writeStartArray();
  }
}
