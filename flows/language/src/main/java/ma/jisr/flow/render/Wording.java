package ma.jisr.flow.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.base.text.Gsm7;
import ma.jisr.base.text.Gsm7Substitution;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.value.Value;

/**
 * Says a screen in one language: each message by the nearest language that it exists in, at a
 * chosen terseness, with or without GSM-7 substitutions.
 */
final class Wording {
  private final Screen screen;
  private final Reader reader;
  private final Map<Language, Words> words;
  private final boolean marks;

  /**
   * @param marks whether the link carries U+200E, for the lines that read wrong without it
   */
  Wording(Screen screen, Reader reader, Map<Language, Words> words, boolean marks) {
    this.screen = screen;
    this.reader = reader;
    this.words = words;
    this.marks = marks;
  }

  /** How many variants the message with most of them has: as many tersenesses are worth trying. */
  int variants() {
    int most = 1;
    for (Message part : screen.parts()) most = Math.max(most, variants(part).size());
    for (Message part : screen.tail()) most = Math.max(most, variants(part).size());
    for (Screen.Option option : screen.options())
      most = Math.max(most, variants(option.label()).size());
    return most;
  }

  /** The language of the first text; the reader's when there is none. */
  Language language() {
    return screen.parts().isEmpty() ? reader.language() : language(screen.parts().getFirst());
  }

  /** Whether every message exists in the reader's own language: nothing would be mixed. */
  boolean complete() {
    return screen.parts().stream().allMatch(m -> m.variants().containsKey(reader.language()))
        && screen.options().stream()
            .allMatch(o -> o.label().variants().containsKey(reader.language()));
  }

  /**
   * The screen in words.
   *
   * @param terseness 0 for full; a message with fewer variants gives its last
   * @param substituted whether pieces that GSM-7 can nearly spell are spelt so
   */
  Worded at(int terseness, boolean substituted) {
    List<Label> labels = new ArrayList<>(screen.options().size());
    for (Screen.Option option : screen.options()) {
      String text = text(option.label(), option.values(), terseness, substituted);
      // A label is one line: what follows a break would read as another option.
      labels.add(new Label(option.id(), text.replace('\n', ' '), option.digit()));
    }
    String body = lines(screen.parts(), terseness, substituted);
    return new Worded(body, labels, lines(screen.tail(), terseness, substituted));
  }

  private String lines(List<Message> parts, int terseness, boolean substituted) {
    StringBuilder lines = new StringBuilder();
    for (Message part : parts) {
      String text = text(part, screen.values(), terseness, substituted);
      if (text.isEmpty()) continue;
      if (!lines.isEmpty()) lines.append('\n');
      lines.append(text);
    }
    return lines.toString();
  }

  private String text(
      Message message, Map<String, Value> values, int terseness, boolean substituted) {
    Language language = language(message);
    List<String> variants = variants(message);
    String variant = variants.get(Math.min(terseness, variants.size() - 1));
    ValueText reads = new ValueText(language, reader.latinOnly(), Words.of(words, language));
    String text = Template.fill(variant, values, reads);
    if (Gsm7.fits(text)) return text;
    return BidiMend.apply(substituted ? nearGsm7(text) : text, marks);
  }

  private static String nearGsm7(String text) {
    String near = Gsm7Substitution.apply(text);
    return Gsm7.fits(near) ? near : text;
  }

  private List<String> variants(Message message) {
    List<String> variants = message.variants().get(language(message));
    if (variants == null || variants.isEmpty())
      throw new IllegalArgumentException("message " + message.name() + " has no text");
    return variants;
  }

  /** The nearest language of the message; never one in a script that the phone has not proved. */
  private Language language(Message message) {
    Map<Language, List<String>> variants = message.variants();
    for (Language language : reader.language().fallbacks(reader.latinOnly()))
      if (variants.containsKey(language)) return language;
    return any(variants, reader.latinOnly())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "message " + message.name() + " has no text in a script that phones show"));
  }

  private static Optional<Language> any(Map<Language, List<String>> variants, boolean latinOnly) {
    for (Language language : Language.values()) {
      boolean shown = !latinOnly || language.script() == Script.LATIN;
      if (shown && variants.containsKey(language)) return Optional.of(language);
    }
    return Optional.empty();
  }
}
